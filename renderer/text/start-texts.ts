import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import type { Language } from '../../db/model/localized.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Loads the texts; the languages are in the bundle, so this is done before the first paint. */
export function startTexts(language: Language): i18n {
  const texts = createInstance({
    lng: language,
    fallbackLng: 'zh',
    // Keys hold dots as part of their name.
    keySeparator: false,
    nsSeparator: false,
    // React escapes.
    interpolation: { escapeValue: false },
    initAsync: false,
    resources: { zh: { translation: zh }, en: { translation: en } },
  });
  void texts.init();
  return texts;
}
