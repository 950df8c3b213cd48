import dayjs from 'dayjs';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../db/model/localized.ts';
import { ask, useWindowData } from '../data/index.ts';
import { rememberLanguage } from './language.ts';

/** Switches page, dates and data process to a language; what is on screen is asked again in it. */
export function useSwitchLanguage(): (language: Language) => Promise<void> {
  const { i18n } = useTranslation();
  const { cache } = useWindowData();
  return useCallback(
    async (language) => {
      rememberLanguage(language);
      await i18n.changeLanguage(language);
      showLanguage(language);
      await ask('app.language', { language });
      cache.changedAll();
    },
    [i18n, cache],
  );
}

/** Tells the browser (fonts, spelling, screen readers) and the calendar which language the page is in. */
export function showLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
}
