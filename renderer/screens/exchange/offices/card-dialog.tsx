import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useAction } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { DriveList } from '../drive-list.tsx';
import type { DriveUse } from '../drive-fitness.ts';
import { useDrives } from '../use-drives.ts';

/** A card is a page of text. */
const use: DriveUse = { for: 'writing', neededBytes: 64 * 1024 };

/** Writes this office's card onto a stick, for the offices below that want to enrol here. */
export function CardDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const pick = useDrives(use);
  const write = useAction('exchange.writeCard');
  const [done, setDone] = useState<Output<'exchange.writeCard'> | null>(null);
  const run = async () => {
    if (pick.chosen !== null) setDone(await write.run({ drive: pick.chosen.id, what: 'card' }));
  };
  return (
    <Modal open title={t('exchange.card.title')} footer={null} width={680} onCancel={onClose}>
      <div className="exchange-dialog">
        {done === null ? (
          <>
            <DriveList pick={pick} use={use} />
            {write.failure && <FailureNotice failure={write.failure} />}
            <div className="exchange-buttons">
              <Button
                type="primary"
                disabled={pick.chosen === null}
                loading={write.isBusy}
                onClick={() => void run()}
              >
                {t('exchange.card.write')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <Alert
              type="success"
              showIcon
              title={t('exchange.card.done', { file: done.file })}
              description={t('exchange.card.done.body', { fingerprint: done.fingerprint })}
            />
            <div className="exchange-buttons">
              <Button type="primary" autoFocus onClick={onClose}>
                {t('exchange.finish')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}
