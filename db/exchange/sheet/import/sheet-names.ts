import { codeIndex, type CodeIndex, type CodeSource } from '../../../model/codes/code-index.ts';
import { regionTable } from '../../../model/divisions/region-table.ts';
import { chinaRegions } from '../../../model/divisions/regions.ts';
import type { Names } from '../../../model/field-kind.ts';
import type { Language } from '../../../model/localized.ts';

/** Code tables as the town has them now, in a form that crosses threads. */
export type CodeSources = Readonly<Record<string, CodeSource>>;

/** Names for reading cells where there is no database: codes from a copy of the tables, links left to the caller. */
export function sheetNames(sources: CodeSources, language: Language): Names {
  const indexes = new Map<string, CodeIndex>();
  const indexOf = (table: string): CodeIndex => {
    const known = indexes.get(table);
    if (known) return known;
    const made = codeIndex(sources[table] ?? { items: [] });
    indexes.set(table, made);
    return made;
  };
  return {
    language,
    codeName: (table, code) =>
      table === regionTable
        ? chinaRegions.nameOf(code)
        : (sources[table]?.items.find((i) => i.code === code)?.name ?? null),
    codeOf: (table, text) => (table === regionTable ? chinaRegions.codeOf(text) : indexOf(table)(text)),
    linkTitle: () => null,
    linkOf: () => 'none',
  };
}
