import { codeIndex } from '../../db/model/codes/code-index.ts';
import { codeTableById } from '../../db/model/codes/code-tables.ts';
import { regionTable } from '../../db/model/divisions/region-table.ts';
import { chinaRegions } from '../../db/model/divisions/regions.ts';
import type { Names } from '../../db/model/field-kind.ts';
import type { Language } from '../../db/model/localized.ts';

/** Records the links of a test can point to: title by ledger and id. */
export type Titles = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Names from the shipped code tables and the given records, for tests without a database. */
export function shippedNames(language: Language, titles: Titles = {}): Names {
  return {
    language,
    codeName: (table, code) => {
      if (table === regionTable) return chinaRegions.nameOf(code);
      const item = codeTableById.get(table)?.items.find((i) => i.code === code);
      return (language === 'en' ? (item?.name_en ?? item?.name) : item?.name) ?? null;
    },
    codeOf: (table, text) =>
      table === regionTable
        ? chinaRegions.codeOf(text)
        : codeIndex(codeTableById.get(table) ?? { items: [] })(text),
    linkTitle: (ledger, id) => titles[ledger]?.[id] ?? null,
    linkOf: (ledger, text) => {
      const found = Object.entries(titles[ledger] ?? {}).filter(
        ([id, title]) => title === text || id === text,
      );
      if (found.length > 1) return 'several';
      return found[0] ? { id: found[0][0] } : 'none';
    },
  };
}
