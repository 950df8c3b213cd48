import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Localized } from '../../db/model/localized.ts';
import type { TextKey } from './zh.ts';

/** What fills the `{{name}}` places of a text; `count` also chooses the English singular. */
export type TextArgs = Readonly<Record<string, string | number>>;

/** Says a text of the language files in the language of the window. */
export type Say = (key: TextKey, args?: TextArgs) => string;

export interface Texts {
  readonly t: Say;
  readonly language: Language;
  /** Text of a definition (label, help) in the language of the window. */
  readonly label: (text: Localized) => string;
}

/** Texts in the language of the window; components using it follow a switch of the language. */
export function useText(): Texts {
  const { t: translate, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(
    () => ({
      t: (key, args) => translate(key, args ?? {}),
      language,
      label: (text) => text[language],
    }),
    [translate, language],
  );
}
