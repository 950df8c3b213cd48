import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { WindowDataContext } from '../data/index.ts';
import type { WindowData } from '../data/index.ts';
import { useText } from '../text/index.ts';
import { theme } from '../ui/index.ts';
import './shell.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { HostBanner } from './host-banner.tsx';
import { SessionGate } from './session-gate.tsx';

interface Properties {
  readonly data: WindowData;
  readonly texts: i18n;
  /** Written into the page by its server; styles made at run time must carry it. */
  readonly nonce: string;
}

/** Under the header: the search box must stay free. */
const messages = { maxCount: 3, top: 56 };
/** Above the status bar. */
const notifications = { bottom: 40 };

/** The window: what every part needs around it, then the screen the session calls for. */
export function App({ data, texts, nonce }: Properties) {
  return (
    <WindowDataContext value={data}>
      <I18nextProvider i18n={texts}>
        <Look nonce={nonce} />
      </I18nextProvider>
    </WindowDataContext>
  );
}

function Look({ nonce }: { readonly nonce: string }) {
  const { language } = useText();
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      // A space between the two characters of a button is a habit of posters, not of offices.
      button={{ autoInsertSpace: false }}
      // It would go on for two seconds after each click, drawn by the processor of an old computer.
      wave={{ disabled: true }}
    >
      <AntApp className="window" message={messages} notification={notifications}>
        <HostBanner />
        <ErrorBoundary>
          <SessionGate />
        </ErrorBoundary>
      </AntApp>
    </ConfigProvider>
  );
}
