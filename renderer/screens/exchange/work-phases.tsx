import { CheckOutlined, LoadingOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { exchangePhase } from '../../../electron/contract/shapes.ts';
import type { Job } from '../../data/index.ts';
import { formatBytes, formatCount, useText } from '../../text/index.ts';
import type { TextKey } from '../../text/index.ts';

type Phase = z.infer<typeof exchangePhase>;

/** Phases of writing a package onto a stick. */
export const writingPhases: readonly Phase[] = ['packing', 'writing', 'flushing', 'reading-back'];

interface Properties {
  readonly title: string;
  readonly phases: readonly Phase[];
  /** `null` while it is being started. */
  readonly job: Job | null;
  readonly cancel: TextKey;
  readonly onCancel: () => void;
}

/** Work on a stick: which phase it is in, how far that is, and the button to stop. */
export function WorkPhases({ title, phases, job, cancel, onCancel }: Properties) {
  const { t } = useText();
  const [isStopping, setStopping] = useState(false);
  const phase = job?.phase ?? null;
  const at = Math.max(
    0,
    phases.findIndex((one) => one === phase),
  );
  return (
    <section className="work" aria-live="polite">
      <h2>{title}</h2>
      <ol className="work-phases">
        {phases.map((phase, index) => (
          <li
            key={phase}
            className={phaseClass(index, at)}
            {...(index === at ? { 'aria-current': 'step' } : {})}
          >
            <span className="work-sign" aria-hidden>
              {index < at ? <CheckOutlined /> : index === at ? <LoadingOutlined /> : index + 1}
            </span>
            <span>{t(`exchange.phase.${phase}`)}</span>
            {index === at && job !== null && <span className="work-amount">{amountOf(job, t)}</span>}
          </li>
        ))}
      </ol>
      <Progress
        percent={
          job === null || job.total === 0 ? 0 : Math.min(100, Math.floor((100 * job.done) / job.total))
        }
        status="active"
        showInfo={job !== null && job.total > 0}
        aria-label={title}
      />
      <Button
        disabled={isStopping || job === null}
        onClick={() => {
          setStopping(true);
          onCancel();
        }}
      >
        {t(isStopping ? 'job.cancelling' : cancel)}
      </Button>
    </section>
  );
}

function phaseClass(index: number, at: number): string {
  if (index < at) return 'work-phase-done';
  return index === at ? 'work-phase-now' : 'work-phase-later';
}

/** Rows while taking in, bytes otherwise; packing has no known end. */
function amountOf({ phase, done, total }: Job, t: ReturnType<typeof useText>['t']): string {
  if (phase === 'taking-in')
    return total === 0
      ? ''
      : t('exchange.phase.rows', { done: formatCount(done), total: formatCount(total) });
  if (total === 0) return done === 0 ? '' : t('exchange.phase.done-bytes', { done: formatBytes(done) });
  return t('exchange.phase.bytes', { done: formatBytes(done), total: formatBytes(total) });
}
