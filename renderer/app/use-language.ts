import dayjs from 'dayjs';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../db/model/localized.ts';
import { ask, useWindowData } from '../data/index.ts';
import { rememberLanguage } from './language.ts';

/** Switches page, dates and data process to a language; what is on screen is asked again in it. */
export function useSwitchLanguage(): (language: Language) => Promise<void> {
  const { i18n } = useTranslation();
  const { askAgain } = useWindowData();
  return useCallback(
    async (language) => {
      rememberLanguage(language);
      await i18n.changeLanguage(language);
      showLanguage(language);
      await ask('app.language', { language });
      // The session too: it holds the user's name and what was noticed, in words of the data process.
      await askAgain();
    },
    [i18n, askAgain],
  );
}

/** Tells the browser (fonts, spelling, screen readers) and the calendar which language the page is in. */
export function showLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
}
