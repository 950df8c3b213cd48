import { Button } from 'antd';
import { useText } from '../text/index.ts';
import { useSwitchLanguage } from './use-language.ts';

/** Shows the language one would switch to, in that language. */
export function LanguageSwitch() {
  const { t, language } = useText();
  const switchTo = useSwitchLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" title={t('app.language')} onClick={() => void switchTo(other)}>
      {t(`settings.language.short.${other}`)}
    </Button>
  );
}
