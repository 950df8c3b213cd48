import { Alert, Button, Steps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { takeInResult } from '../../../../electron/contract/exchange-calls.ts';
import { useAction, useJob } from '../../../data/index.ts';
import type { Job, Overview } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice, Panel } from '../../../ui/index.ts';
import { failureOf } from '../../../data/job-failure.ts';
import { DriveList } from '../drive-list.tsx';
import type { DriveUse } from '../drive-fitness.ts';
import { FileList } from '../file-list.tsx';
import type { Ticks } from '../file-list.tsx';
import { ready } from '../found-files.ts';
import type { FoundFile } from '../found-files.ts';
import { sentencesOf } from '../taken-words.ts';
import type { TakenFile } from '../taken-words.ts';
import { useDrives } from '../use-drives.ts';
import { useExchanged } from '../use-exchanged.ts';
import { useScan } from '../use-scan.ts';

/** The answer goes back onto the same stick, so a stick that cannot be written to is of no use here. */
const use: DriveUse = { for: 'writing', neededBytes: 64 * 1024 };

/** Enrolment in three steps: the parent's card, the request, the certificate. Reading the card writes the request. */
export function EnrolGuide({ overview }: { readonly overview: Overview }) {
  const { t } = useText();
  const hasRequested = overview.enrolment === 'requested';
  const [isAgain, setAgain] = useState(false);
  const [written, setWritten] = useState<string | null>(null);
  const waitsForCertificate = hasRequested && !isAgain;
  return (
    <Panel
      title={t('exchange.enrol')}
      actions={
        hasRequested ? (
          <Button
            onClick={() => {
              setAgain(!isAgain);
              setWritten(null);
            }}
          >
            {t(isAgain ? 'exchange.enrol.certificate' : 'exchange.enrol.again')}
          </Button>
        ) : undefined
      }
    >
      <Steps
        size="small"
        className="exchange-steps enrol-steps"
        current={waitsForCertificate ? 2 : 0}
        items={[
          { title: t('exchange.enrol.card'), content: t('exchange.enrol.card.hint') },
          { title: t('exchange.enrol.request'), content: t('exchange.enrol.request.hint') },
          { title: t('exchange.enrol.certificate'), content: t('exchange.enrol.certificate.hint') },
        ]}
      />
      {waitsForCertificate && written !== null && <Written file={written} overview={overview} />}
      <TakeFromStick
        key={waitsForCertificate ? 'certificate' : 'card'}
        kind={waitsForCertificate ? 'certificate' : 'card'}
        onTaken={(file) => {
          if (file.wrote !== null) setWritten(file.wrote);
          setAgain(false);
        }}
      />
    </Panel>
  );
}

/** The request is on the stick: what happens next, and the number to be read out when the parent calls. */
function Written({ file, overview }: { readonly file: string; readonly overview: Overview }) {
  const { t } = useText();
  return (
    <Alert
      type="success"
      showIcon
      className="enrol-written"
      title={t('exchange.enrol.written', { file })}
      description={t('exchange.enrol.written.body', { fingerprint: overview.self?.fingerprint ?? '' })}
    />
  );
}

interface TakeProperties {
  readonly kind: 'card' | 'certificate';
  readonly onTaken: (file: TakenFile) => void;
}

function TakeFromStick({ kind, onTaken }: TakeProperties) {
  const { t } = useText();
  const pick = useDrives(use);
  const scan = useScan(pick.chosen);
  const files = scan.files?.filter((file) => file.kind === kind);
  return (
    <div className="exchange-narrow">
      <DriveList pick={pick} use={use} />
      {scan.failure && <FailureNotice failure={scan.failure} onRetry={scan.again} />}
      {files?.length === 0 && (
        <Alert
          type="info"
          showIcon
          title={t(`exchange.enrol.${kind}.none`)}
          action={
            <Button size="small" onClick={scan.again}>
              {t('exchange.receive.again')}
            </Button>
          }
        />
      )}
      {pick.chosen !== null && files !== undefined && files.length > 0 && (
        <TakeFiles
          key={`${pick.chosen.id} ${String(scan.round)}`}
          drive={pick.chosen.id}
          kind={kind}
          files={files}
          onTaken={onTaken}
        />
      )}
    </div>
  );
}

function TakeFiles({
  drive,
  kind,
  files,
  onTaken,
}: TakeProperties & { readonly drive: string; readonly files: readonly FoundFile[] }) {
  const { t } = useText();
  const newest = files.find((file) => file.state === 'new' && file.problem === null)?.file;
  const [ticks, setTicks] = useState<Ticks>({ chosen: newest === undefined ? [] : [newest], called: [] });
  const wanted = ready(files, ticks);
  const take = useTakeOne(onTaken);
  return (
    <>
      <FileList files={files} ticks={ticks} onTicks={setTicks} />
      {take.failure && <FailureNotice failure={take.failure} />}
      {take.refused !== null && (
        <Alert type="error" showIcon role="alert" title={sentencesOf(take.refused, t).join('')} />
      )}
      <div className="exchange-buttons">
        <Button
          type="primary"
          size="large"
          disabled={wanted.length !== 1}
          loading={take.isBusy}
          onClick={() => void take.run(drive, wanted)}
        >
          {t(`exchange.enrol.take.${kind}`)}
        </Button>
      </div>
    </>
  );
}

/** Takes one file in and tells the guide how it went. */
function useTakeOne(onTaken: (file: TakenFile) => void) {
  const take = useAction('exchange.takeIn');
  const exchanged = useExchanged();
  const [id, setId] = useState<string | null>(null);
  const told = useRef<string | null>(null);
  const job = useJob(id);
  const file = fileOf(job);
  useEffect(() => {
    if (job?.state !== 'done' || file === null || file.status === 'refused' || told.current === job.id)
      return;
    told.current = job.id;
    onTaken(file);
    exchanged();
  });
  return {
    run: async (drive: string, files: readonly string[]) => {
      const started = await take.run({ drive, files: [...files] });
      if (started !== null) setId(started.job);
    },
    isBusy: take.isBusy || job?.state === 'running',
    failure: take.failure ?? (job === null ? null : failureOf(job)),
    refused: file?.status === 'refused' ? file : null,
  };
}

/** The one file of a finished job. */
function fileOf(job: Job | null): TakenFile | null {
  const read = takeInResult.safeParse(job?.result ?? null);
  return read.success ? (read.data.files[0] ?? null) : null;
}
