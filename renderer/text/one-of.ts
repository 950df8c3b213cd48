import type { Language, Localized } from '../../db/model/localized.ts';

/** Endings of English plurals and what is left of them; the first that fits counts. "staff" and the like have none. */
const plurals: readonly (readonly [ending: RegExp, singular: string])[] = [
  [/ies$/, 'y'],
  [/(ss|sh|ch|x)es$/, '$1'],
  [/([^su])s$/, '$1'],
];

/**
 * One of what a ledger holds, inside a sentence: "resident" of "Residents", "standard address" of "Standard addresses".
 * Ledgers are labelled in the plural in English and in neither number in Chinese, whose label stays as it is.
 */
export function oneOf(label: Localized, language: Language): string {
  if (language === 'zh') return label.zh;
  const rule = plurals.find(([ending]) => ending.test(label.en));
  const one = rule === undefined ? label.en : label.en.replace(rule[0], rule[1]);
  return one.charAt(0).toLowerCase() + one.slice(1);
}
