import type { i18n } from 'i18next';
import { formatCount } from './format.ts';
import type { TextKey } from './zh.ts';

/** What fills the `{{name}}` places of a text. Numbers are written with their thousands separated. */
export type TextArgs = Readonly<Record<string, string | number>>;

/** Says a text of the language files in the language of the window. */
export type Say = (key: TextKey, args?: TextArgs) => string;

/** Texts of one instance of the language files; a `count` of 1 takes the singular `<key>_one` where there is one. */
export function sayWith(texts: Pick<i18n, 't' | 'exists'>): Say {
  return (key, args = {}) => {
    const written = Object.fromEntries(
      Object.entries(args).map(([name, value]) => [
        name,
        typeof value === 'number' ? formatCount(value) : value,
      ]),
    );
    const singular = `${key}_one`;
    const isSingular = Number(args['count']) === 1 && texts.exists(singular);
    return texts.t(isSingular ? singular : key, written);
  };
}
