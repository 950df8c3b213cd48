import { Button, Spin } from 'antd';
import { useState } from 'react';
import { useAction, useJob, useJobs } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { EmptyState, FailureNotice } from '../../../ui/index.ts';
import { DriveList } from '../drive-list.tsx';
import type { Drive } from '../drive-fitness.ts';
import { FileList } from '../file-list.tsx';
import type { Ticks } from '../file-list.tsx';
import { firstChosen, ready } from '../found-files.ts';
import type { FoundFile } from '../found-files.ts';
import { useDrives } from '../use-drives.ts';
import { useStepFocus } from '../use-step-focus.ts';
import { useScan } from '../use-scan.ts';
import { TakeInWork } from './take-in-work.tsx';

/** What is being taken in, and from which stick: the answer can go onto the same one. */
interface Work {
  readonly job: string;
  readonly drive: string | null;
}

/** Taking in: which stick, which files on it, what became of them. */
export function ReceiveSection() {
  const { t } = useText();
  const jobs = useJobs();
  const [work, setWork] = useState<Work | null>(() => {
    const running = jobs.find((job) => job.kind === 'take-in' && job.state === 'running');
    return running === undefined ? null : { job: running.id, drive: null };
  });
  const job = useJob(work?.job ?? null);
  const box = useStepFocus(`${work?.job ?? ''} ${job?.state ?? ''}`);
  return (
    <div className="exchange-part" ref={box} tabIndex={-1}>
      <h2 className="visually-hidden">{t('exchange.receive.title')}</h2>
      {work === null ? (
        <Choose onWork={setWork} />
      ) : (
        <TakeInWork key={work.job} job={work.job} drive={work.drive} onAgain={() => setWork(null)} />
      )}
    </div>
  );
}

function Choose({ onWork }: { readonly onWork: (work: Work) => void }) {
  const { t } = useText();
  const pick = useDrives({ for: 'reading' });
  const scan = useScan(pick.chosen);
  return (
    <>
      <p className="soft">{t('exchange.receive.lead')}</p>
      <DriveList pick={pick} use={{ for: 'reading' }} />
      {scan.isLooking && <Spin delay={300} description={t('exchange.receive.scanning')} />}
      {scan.failure && <FailureNotice failure={scan.failure} onRetry={scan.again} />}
      {scan.files?.length === 0 && (
        <EmptyState title={t('exchange.receive.none')} body={t('exchange.receive.none.body')}>
          <Button onClick={scan.again}>{t('exchange.receive.again')}</Button>
        </EmptyState>
      )}
      {pick.chosen !== null && scan.files !== undefined && scan.files.length > 0 && (
        <Files
          key={`${pick.chosen.id} ${String(scan.round)}`}
          drive={pick.chosen}
          files={scan.files}
          onAgain={scan.again}
          onWork={onWork}
        />
      )}
    </>
  );
}

interface FilesProperties {
  readonly drive: Drive;
  readonly files: readonly FoundFile[];
  readonly onAgain: () => void;
  readonly onWork: (work: Work) => void;
}

function Files({ drive, files, onAgain, onWork }: FilesProperties) {
  const { t } = useText();
  const [ticks, setTicks] = useState<Ticks>({ chosen: firstChosen(files), called: [] });
  const take = useAction('exchange.takeIn');
  const wanted = ready(files, ticks);
  const start = async () => {
    const started = await take.run({ drive: drive.id, files: [...wanted] });
    if (started !== null) onWork({ job: started.job, drive: drive.id });
  };
  return (
    <section className="found" aria-label={t('exchange.receive.files')}>
      <FileList files={files} ticks={ticks} onTicks={setTicks} />
      {take.failure && <FailureNotice failure={take.failure} />}
      <div className="exchange-buttons">
        <Button onClick={onAgain}>{t('exchange.receive.again')}</Button>
        <Button
          type="primary"
          size="large"
          disabled={wanted.length === 0}
          loading={take.isBusy}
          onClick={() => void start()}
        >
          {wanted.length === 0
            ? t('exchange.receive.choose')
            : t('exchange.receive.start', { count: wanted.length })}
        </Button>
      </div>
    </section>
  );
}
