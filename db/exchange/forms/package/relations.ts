import path from 'node:path';
import { parseXml } from '../xml/xml-tree.ts';

/** One relation of a part. */
export interface Relation {
  readonly id: string;
  /** Whole type, a web address of the format. */
  readonly type: string;
  /** As written: relative to the part, or external. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The relations of a `.rels` part. */
export function relationsOf(content: Buffer): readonly Relation[] {
  return parseXml(content).root.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [
          {
            id: child.attribute('Id') ?? '',
            type: child.attribute('Type') ?? '',
            target: child.attribute('Target') ?? '',
            isExternal: /^external$/iu.test((child.attribute('TargetMode') ?? '').trim()),
          },
        ],
  );
}

/** Parts a part refers to, by the last word of the relation's type; names as they stand in the file. */
export function targetsOf(
  parts: ReadonlyMap<string, Buffer>,
  of: string,
): readonly { readonly id: string; readonly type: string; readonly part: string }[] {
  const folder = path.posix.dirname(of);
  const content = parts.get(path.posix.join(folder, '_rels', `${path.posix.basename(of)}.rels`));
  if (content === undefined) return [];
  return relationsOf(content)
    .filter(({ isExternal }) => !isExternal)
    .map(({ id, type, target }) => ({
      id,
      type: type.split('/').at(-1) ?? '',
      part: target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target),
    }));
}
