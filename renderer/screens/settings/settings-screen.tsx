import { Radio } from 'antd';
import { useSwitchLanguage } from '../../app/use-language.ts';
import { useAsk, useSession } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { Panel } from '../../ui/index.ts';
import { BackupPanel } from './backup-panel.tsx';
import { CalendarPanel } from './calendar-panel.tsx';
import { CheckPanel } from './check-panel.tsx';
import { CopyPanel } from './copy-panel.tsx';
import { LooksPanel } from './looks-panel.tsx';
import './settings.css';

/** Language, backups, the log of looks, check of the file, a copy in a common format, and which program this is. */
export function SettingsScreen() {
  const { t } = useText();
  return (
    <div className="screen">
      <h1>{t('settings.title')}</h1>
      <div className="settings">
        <BackupPanel />
        <div className="settings-side">
          <LanguagePanel />
          <CalendarPanel />
          <LooksPanel />
          <CheckPanel />
          <CopyPanel />
          <AboutPanel />
        </div>
      </div>
    </div>
  );
}

function LanguagePanel() {
  const { t, language } = useText();
  const switchTo = useSwitchLanguage();
  return (
    <Panel title={t('settings.language')}>
      <Radio.Group
        aria-label={t('settings.language')}
        value={language}
        onChange={(event) => void switchTo(event.target.value === 'en' ? 'en' : 'zh')}
        options={[
          { value: 'zh', label: t('settings.language.zh') },
          { value: 'en', label: t('settings.language.en') },
        ]}
      />
    </Panel>
  );
}

function AboutPanel() {
  const { t } = useText();
  const session = useSession();
  const { value } = useAsk('app.info', {});
  return (
    <Panel title={t('settings.about')}>
      <dl className="settings-facts">
        <dt>{t('settings.about.town')}</dt>
        <dd>{session?.town?.name}</dd>
        <dt>{t('settings.about.file')}</dt>
        <dd>{session?.file}</dd>
        <dt>{t('settings.about.version')}</dt>
        <dd>{value?.version}</dd>
        <dt>{t('settings.about.runtime')}</dt>
        <dd>{value?.runtime}</dd>
      </dl>
    </Panel>
  );
}
