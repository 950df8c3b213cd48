import { LockOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useText } from '../text/index.ts';

/** Says of a sensitive ledger what cannot be done with it, where the buttons for it are missing. */
export function SensitiveMark(): ReactNode {
  const { t } = useText();
  return (
    <span className="sensitive-mark" title={t('record.sensitive.why')}>
      <LockOutlined aria-hidden /> {t('record.sensitive')}
    </span>
  );
}
