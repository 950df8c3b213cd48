import { z } from 'zod';
import { parentDocument, peerDocumentKind, selfDocument } from '../api/sync.ts';
import type { CodeCache } from '../codes/code-cache.ts';
import type { Core } from '../repository/core.ts';
import type { Tally } from './tally.ts';

/** What the parts of the exchange share. */
export interface SyncParts {
  readonly core: Core;
  readonly codes: CodeCache;
  readonly isPractice: boolean;
  readonly unit: { readonly code: string; readonly name: string };
  /** What has been counted of the packages being taken in, by number of arrival. */
  readonly applying: Map<number, Tally>;
}

/** Name of our changes as long as the node has none. */
const UNNAMED = 'self';

const idShape = z.object({ id: z.string().min(1) });
const unitShape = z.object({ unit: z.object({ code: z.string(), name: z.string() }) });

/** Content of a document; `null` when there is none. */
export const documentOf = ({ core }: Pick<SyncParts, 'core'>, kind: string, key: string): string | null =>
  core.connection.text('SELECT content FROM sync_document WHERE kind = ? AND key = ?', kind, key);

/** Id of this node. */
export const ownNode = (parts: SyncParts): string => idIn(parts, selfDocument) ?? UNNAMED;

/** Id of the parent; `null` at the top, and before enrolment. */
export const parentNode = (parts: Pick<SyncParts, 'core'>): string | null => idIn(parts, parentDocument);

/** The code of a city, with or without the zeros of lower levels. */
export const isCity = (code: string): boolean => /^\d{6}(?:0{6})?$/.test(code);

/** Code and name of the unit a node belongs to, as far as its document tells. */
export function unitOf(
  parts: SyncParts,
  node: string | null,
): { readonly code: string; readonly name: string } {
  if (node === null || node === ownNode(parts)) return parts.unit;
  const known = unitShape.safeParse(parsed(documentOf(parts, peerDocumentKind, node)));
  return known.success ? known.data.unit : { code: node.split('-', 1)[0] ?? node, name: '' };
}

function idIn(
  parts: Pick<SyncParts, 'core'>,
  at: { readonly kind: string; readonly key: string },
): string | null {
  const known = idShape.safeParse(parsed(documentOf(parts, at.kind, at.key)));
  return known.success ? known.data.id : null;
}

/** JSON of a document; whoever wrote something else has named nothing. */
function parsed(content: string | null): unknown {
  if (content === null) return null;
  try {
    return JSON.parse(content);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
