import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../../electron/contract/calls.ts';
import { childrenOf, parentOf, useAction } from '../../../data/index.ts';
import type { Overview } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { DriveList } from '../drive-list.tsx';
import type { DriveUse } from '../drive-fitness.ts';
import { useDrives } from '../use-drives.ts';
import { useExchanged } from '../use-exchanged.ts';

/** A request is a page of text. */
const use: DriveUse = { for: 'writing', neededBytes: 64 * 1024 };

interface Properties {
  readonly overview: Overview;
  readonly onClose: () => void;
}

/** Changes the keys of this office; below a city it also writes the request that goes to the parent. */
export function RotateDialog({ overview, onClose }: Properties) {
  const { t } = useText();
  const [done, setDone] = useState<Output<'exchange.rotate'> | null>(null);
  const isAgain = overview.self?.isRenewing === true;
  // After the change the office waits for its certificate: the title stays what was asked for.
  const [title] = useState(t(isAgain ? 'exchange.rotate.again' : 'exchange.rotate.title'));
  return (
    <Modal open title={title} footer={null} width={680} onCancel={onClose}>
      <div className="exchange-dialog">
        {done === null ? (
          <RotateForm overview={overview} onDone={setDone} onClose={onClose} />
        ) : (
          <>
            <Rotated done={done} overview={overview} />
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

function RotateForm({
  overview,
  onDone,
  onClose,
}: Properties & { readonly onDone: (done: Output<'exchange.rotate'> | null) => void }) {
  const { t } = useText();
  const pick = useDrives(use);
  const rotate = useAction('exchange.rotate');
  const exchanged = useExchanged();
  const isCity = overview.role === 'city';
  const isAgain = overview.self?.isRenewing === true;
  const run = async () => {
    const done = await rotate.run({ drive: isCity ? null : (pick.chosen?.id ?? null) });
    onDone(done);
    // Also when the stick failed: the keys are new by then.
    exchanged();
  };
  return (
    <>
      <Explanation overview={overview} />
      {!isCity && <DriveList pick={pick} use={use} />}
      {rotate.failure && <FailureNotice failure={rotate.failure} />}
      <div className="exchange-buttons">
        <Button
          type="primary"
          disabled={!isCity && pick.chosen === null}
          loading={rotate.isBusy}
          onClick={() => void run()}
        >
          {t(isCity ? 'exchange.rotate.do.city' : isAgain ? 'exchange.rotate.write' : 'exchange.rotate.do')}
        </Button>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
    </>
  );
}

/** What a change of keys does, what must travel afterwards, and what goes on meanwhile. */
function Explanation({ overview }: { readonly overview: Overview }) {
  const { t } = useText();
  const name = parentOf(overview)?.name ?? '';
  if (overview.self?.isRenewing === true) return <p>{t('exchange.rotate.again.body', { name })}</p>;
  const hasChildren = childrenOf(overview).some((child) => !child.isRevoked);
  return (
    <>
      <p>{t('exchange.rotate.body')}</p>
      {overview.role !== 'city' && <p>{t('exchange.rotate.steps', { name })}</p>}
      {hasChildren && <p>{t('exchange.rotate.children')}</p>}
      {overview.role !== 'city' && <p className="soft">{t('exchange.rotate.lost')}</p>}
    </>
  );
}

function Rotated({
  done,
  overview,
}: {
  readonly done: Output<'exchange.rotate'>;
  readonly overview: Overview;
}) {
  const { t } = useText();
  const { file, fingerprint } = done;
  const name = parentOf(overview)?.name ?? '';
  return file === null ? (
    <Alert
      type="success"
      showIcon
      title={t('exchange.rotate.done.city')}
      description={t('exchange.rotate.done.city.body', { fingerprint })}
    />
  ) : (
    <Alert
      type="success"
      showIcon
      title={t('exchange.rotate.done', { file })}
      description={t('exchange.rotate.done.body', { name, fingerprint })}
    />
  );
}
