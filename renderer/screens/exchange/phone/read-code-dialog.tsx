import { Button, Modal } from 'antd';
import { useAsk } from '../../../data/index.ts';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { CodeToRead } from './code-to-read.tsx';

interface Properties {
  readonly received: Output<'exchange.received'>[number];
  readonly onClose: () => void;
}

/** The receipt code of a package that came, for the telephone: the stick with the receipt may be days away. */
export function ReadCodeDialog({ received, onClose }: Properties) {
  const { t } = useText();
  const { value, failure, refresh } = useAsk('exchange.phoneCode', { digest: received.digest });
  const title = t('exchange.phone.read.title', { name: received.peerName, number: String(received.number) });
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={460}>
      <div className="exchange-dialog">
        <p>{t('exchange.phone.read.lead')}</p>
        {failure && <FailureNotice failure={failure} onRetry={refresh} />}
        {value && <CodeToRead code={value.code} />}
        <div className="exchange-buttons">
          <Button type="primary" autoFocus onClick={onClose}>
            {t('action.close')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
