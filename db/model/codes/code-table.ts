import type { Localized } from '../localized.ts';

/**
 * How sure it is that a table is the official one: high = the standard's own values; medium = values seen in use or
 * remembered; low = a proposal. Low and medium tables may be edited in the window and are marked 待核.
 */
type Confidence = 'high' | 'medium' | 'low';

/** One code. Days are `YYYY-MM-DD`, inclusive; a code no longer valid keeps its name for old records. */
export interface CodeItem {
  readonly code: string;
  readonly name: string;
  readonly name_en?: string;
  readonly valid_from?: string;
  readonly valid_to?: string;
}

/** A code table as shipped; the data file of a town may hold a newer one. */
export interface CodeTable {
  readonly id: string;
  readonly label: Localized;
  /** Standard or form the table comes from, as a stranger would look it up. */
  readonly standard: string;
  readonly confidence: Confidence;
  readonly items: readonly CodeItem[];
  /** Other texts that sheets use for a code: 男 for 男性. */
  readonly aliases: Readonly<Record<string, string>>;
  /** What an administrator should know before editing. */
  readonly note?: string;
}

/** What the author of a table writes; items are code, Chinese name, English name. */
export interface CodeTableSpec {
  readonly id: string;
  readonly label: Localized;
  readonly standard: string;
  readonly confidence: Confidence;
  readonly items: readonly (readonly [code: string, name: string, nameEn: string])[];
  readonly aliases?: Readonly<Record<string, string>>;
  readonly note?: string;
}

/** Makes a table and refuses a repeated code or an alias of no code, at start-up. */
export function codeTable({ items, aliases = {}, ...rest }: CodeTableSpec): CodeTable {
  const codes = new Set<string>();
  for (const [code] of items) {
    if (codes.has(code)) throw new Error(`code table ${rest.id}: code ${code} twice`);
    codes.add(code);
  }
  for (const [alias, code] of Object.entries(aliases)) {
    if (!codes.has(code))
      throw new Error(`code table ${rest.id}: alias ${alias} means ${code}, which is no code`);
  }
  return {
    ...rest,
    items: items.map(([code, name, nameEn]) => ({ code, name, name_en: nameEn })),
    aliases,
  };
}
