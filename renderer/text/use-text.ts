import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Localized } from '../../db/model/localized.ts';
import { oneOf } from './one-of.ts';
import { sayWith } from './say.ts';
import type { Say } from './say.ts';

export interface Texts {
  readonly t: Say;
  readonly language: Language;
  /** Text of a definition (label, help) in the language of the window. */
  readonly label: (text: Localized) => string;
  /** What a ledger's records are counted in, behind a number: 人, 宗; English counts without. */
  readonly counter: (text: Localized) => string;
  /** One of what a ledger holds, inside a sentence: "resident" of "Residents". */
  readonly one: (text: Localized) => string;
}

/** Texts in the language of the window; components using it follow a switch of the language. */
export function useText(): Texts {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(
    () => ({
      t: sayWith(i18n),
      language,
      label: (text) => text[language],
      counter: (text) => (language === 'zh' ? text.zh : ''),
      one: (text) => oneOf(text, language),
    }),
    [i18n, language],
  );
}
