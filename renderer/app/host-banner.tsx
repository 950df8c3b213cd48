import { Alert } from 'antd';
import { useHost } from '../data/index.ts';
import { useText } from '../text/index.ts';

/** Says that the data process is gone, and whether it comes back. */
export function HostBanner() {
  const { t } = useText();
  const host = useHost();
  if (host === 'up') return null;
  const type = host === 'restarting' ? 'warning' : 'error';
  return <Alert banner type={type} role="alert" title={t(`app.host.${host}`)} />;
}
