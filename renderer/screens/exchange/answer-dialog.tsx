import { Button, Modal } from 'antd';
import { useState } from 'react';
import { answerResult } from '../../../electron/contract/exchange-calls.ts';
import { ask, useAction, useJob } from '../../data/index.ts';
import type { Job, Peer } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { failureOf } from '../../data/job-failure.ts';
import { DriveList } from './drive-list.tsx';
import type { DriveUse } from './drive-fitness.ts';
import { PackageFacts } from './package-facts.tsx';
import { CodeToRead } from './phone/code-to-read.tsx';
import { SafeNotice } from './safe-notice.tsx';
import { SlipButton } from './slip-button.tsx';
import { useDrives } from './use-drives.ts';
import { WorkPhases, writingPhases } from './work-phases.tsx';
import { WriteProblem } from './write-problem.tsx';

interface Properties {
  readonly child: Peer;
  /** Stick to begin with: the one its package came on. */
  readonly drive: string | null;
  readonly onClose: () => void;
}

/** A receipt is small; the writer asks for its spare room anyway. */
const use: DriveUse = { for: 'writing', neededBytes: 1024 * 1024 };

/** Writes the receipt for an office below, and what goes down to it. */
export function AnswerDialog({ child, drive, onClose }: Properties) {
  const { t } = useText();
  const [id, setId] = useState<string | null>(null);
  const job = useJob(id);
  const isRunning = id !== null && (job === null || job.state === 'running');
  return (
    <Modal
      open
      title={t('exchange.answer.title', { name: child.name })}
      width={720}
      footer={null}
      closable={!isRunning}
      maskClosable={false}
      keyboard={!isRunning}
      onCancel={onClose}
    >
      {id === null ? (
        <Start child={child} drive={drive} onStarted={setId} />
      ) : job === null || job.state === 'running' ? (
        <WorkPhases
          title={t('exchange.answer.running')}
          phases={writingPhases}
          job={job}
          cancel="exchange.cancel"
          onCancel={() => void ask('job.cancel', { job: id })}
        />
      ) : (
        <Ended job={job} onAgain={() => setId(null)} onClose={onClose} />
      )}
    </Modal>
  );
}

function Start({
  child,
  drive,
  onStarted,
}: Omit<Properties, 'onClose'> & { readonly onStarted: (job: string) => void }) {
  const { t } = useText();
  const pick = useDrives(use, { first: drive });
  const answer = useAction('exchange.answer');
  const start = async () => {
    if (pick.chosen === null) return;
    const started = await answer.run({ child: child.node, drive: pick.chosen.id });
    if (started !== null) onStarted(started.job);
  };
  return (
    <div className="exchange-dialog">
      <p className="soft">{t('exchange.answer.lead')}</p>
      <DriveList pick={pick} use={use} />
      {answer.failure && <WriteProblem failure={answer.failure} />}
      <div className="exchange-buttons">
        <Button
          type="primary"
          disabled={pick.chosen === null}
          loading={answer.isBusy}
          onClick={() => void start()}
        >
          {t('exchange.answer.start')}
        </Button>
      </div>
    </div>
  );
}

function Ended({
  job,
  onAgain,
  onClose,
}: {
  readonly job: Job;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const read = answerResult.safeParse(job.result);
  const again = <Button onClick={onAgain}>{t('exchange.failed.again')}</Button>;
  if (!read.success || job.state !== 'done') {
    if (job.state === 'cancelled') return <p>{t('exchange.cancelled')}</p>;
    return (
      <WriteProblem failure={failureOf(job) ?? { code: 'exchange', kind: 'other', details: {} }}>
        {again}
      </WriteProblem>
    );
  }
  const { receipt, down, code } = read.data;
  const isCached = receipt.verified === 'cached' || down?.verified === 'cached';
  return (
    <div className="exchange-dialog">
      <SafeNotice verified={isCached ? 'cached' : 'uncached'} />
      <h3>{t('exchange.answer.receipt')}</h3>
      <PackageFacts result={receipt} />
      <h3>{t('exchange.answer.down')}</h3>
      {down === null ? (
        <p className="soft">{t('exchange.answer.down.none')}</p>
      ) : (
        <PackageFacts result={down} />
      )}
      {code !== null && (
        <>
          <h3>{t('exchange.answer.code')}</h3>
          <CodeToRead code={code} />
          <p className="soft">{t('exchange.answer.code.hint')}</p>
        </>
      )}
      <div className="exchange-buttons">
        <SlipButton digest={receipt.digest} />
        <Button type="primary" autoFocus onClick={onClose}>
          {t('exchange.finish')}
        </Button>
      </div>
    </div>
  );
}
