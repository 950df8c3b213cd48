import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { takeInResult } from '../../../../electron/contract/exchange-calls.ts';
import { ask, childrenOf, useJob } from '../../../data/index.ts';
import type { Job, Peer } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { failureOf } from '../../../data/job-failure.ts';
import { AnswerDialog } from '../answer-dialog.tsx';
import { useExchange } from '../exchange-place.ts';
import { holdingsText, roundsText } from '../ranges-text.ts';
import { sentencesOf, toneOf } from '../taken-words.ts';
import type { TakenFile, Tone } from '../taken-words.ts';
import { WorkPhases } from '../work-phases.tsx';

interface Properties {
  readonly job: string;
  /** Stick the files lie on; `null` when the work was begun in a tab that is closed. */
  readonly drive: string | null;
  readonly onAgain: () => void;
}

/** Taking in on its way, then what became of every file and what to do next. */
export function TakeInWork({ job: id, drive, onAgain }: Properties) {
  const { t } = useText();
  const job = useJob(id);
  if (job === null || job.state === 'running') {
    return (
      <WorkPhases
        title={t('exchange.receive.running')}
        phases={['taking-in']}
        job={job}
        cancel="exchange.receive.stop"
        onCancel={() => void ask('job.cancel', { job: id })}
      />
    );
  }
  const failure = failureOf(job);
  const files = filesOf(job);
  return (
    <div className="taken">
      {failure ? <FailureNotice failure={failure} /> : <h3>{titleOf(job, files, t)}</h3>}
      <ul className="taken-list">
        {files.map((file) => (
          <TakenRow key={file.file} file={file} />
        ))}
      </ul>
      <Next files={files} drive={drive} onAgain={onAgain} />
    </div>
  );
}

function filesOf(job: Job): readonly TakenFile[] {
  const read = takeInResult.safeParse(job.result);
  return read.success ? read.data.files : [];
}

function titleOf(job: Job, files: readonly TakenFile[], t: ReturnType<typeof useText>['t']): string {
  if (job.state === 'cancelled') return t('exchange.receive.stopped');
  const refused = files.filter(({ status }) => status === 'refused').length;
  return refused === 0 ? t('exchange.receive.done') : t('exchange.receive.done.some', { count: refused });
}

const signs: Readonly<Record<Tone, React.ReactNode>> = {
  done: <CheckCircleFilled aria-hidden className="done" />,
  due: <ExclamationCircleFilled aria-hidden className="due" />,
  wrong: <CloseCircleFilled aria-hidden className="wrong" />,
};

function TakenRow({ file }: { readonly file: TakenFile }) {
  const { t } = useText();
  return (
    <li>
      {signs[toneOf(file)]}
      <div>
        <p className="taken-head">
          <strong>{file.sender}</strong>
          <span>{t(`exchange.kind.${file.kind}`)}</span>
          {file.number !== null && file.kind !== 'receipt' && (
            <span>{roundsText({ from: file.from ?? file.number, to: file.number }, t)}</span>
          )}
          <span className="soft taken-file" title={file.file}>
            {file.file}
          </span>
        </p>
        {sentencesOf(file, t).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </li>
  );
}

/** Gaps of the senders, receipts for offices below, and the way on. */
function Next({
  files,
  drive,
  onAgain,
}: {
  readonly files: readonly TakenFile[];
  readonly drive: string | null;
  readonly onAgain: () => void;
}) {
  const { t } = useText();
  const { overview, go } = useExchange();
  const [answered, setAnswered] = useState<Peer | null>(null);
  const senders = new Set(files.filter((file) => file.number !== null).map((file) => file.sender));
  const children = childrenOf(overview).filter((peer) => senders.has(peer.name) && !peer.isRevoked);
  const hasInbox = files.some((file) => file.conflicts + file.duplicates + file.returned > 0);
  const isEnrolled = files.some((file) => file.kind === 'certificate' && file.status === 'accepted');
  return (
    <>
      {children
        .filter((peer) => peer.missing.length > 0)
        .map((peer) => (
          <p key={peer.node} className="due">
            {t('exchange.receive.missing', { sender: peer.name, holdings: holdingsText(peer, t) })}
          </p>
        ))}
      <div className="exchange-buttons">
        {children.map((peer) => (
          <Button key={peer.node} type="primary" onClick={() => setAnswered(peer)}>
            {t('exchange.receive.answer', { name: peer.name })}
          </Button>
        ))}
        {hasInbox && <Button onClick={() => go('inbox')}>{t('exchange.inbox')}</Button>}
        {isEnrolled && (
          <Button type="primary" onClick={() => go('send')}>
            {t('exchange.enrol.send')}
          </Button>
        )}
        <Button onClick={onAgain}>{t('exchange.receive.more')}</Button>
      </div>
      {answered !== null && <AnswerDialog child={answered} drive={drive} onClose={() => setAnswered(null)} />}
    </>
  );
}
