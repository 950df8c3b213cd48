import type { Language } from '../../db/model/localized.ts';

const KEY = 'language';

/** Language chosen on this computer; Chinese until somebody chose. Read before the first paint, so it is kept in the page. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  } catch {
    // A page without storage still works, in Chinese.
    return 'zh';
  }
}

/** Remembers the language of the window on this computer. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The choice then holds until the window is closed.
  }
}
