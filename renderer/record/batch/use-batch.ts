import { useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { ask, newId, useJob, type Job } from '../../data/index.ts';
import type { FormValues } from '../definition.ts';
import type { Scope } from '../list/use-selection.ts';

/** What `batch.preview` found. */
export type Preview = Output<'batch.preview'>;

/** A batch change from its first field to its result. */
export interface Batch {
  readonly id: string;
  readonly step: 'choose' | 'look' | 'run' | 'end';
  readonly values: FormValues;
  readonly setValues: (values: FormValues) => void;
  readonly preview: Preview | null;
  /** Records that will really change. */
  readonly changing: number;
  readonly job: Job | null;
  readonly failure: Failure | null;
  readonly look: () => Promise<void>;
  readonly back: () => void;
  readonly apply: () => Promise<void>;
  readonly cancel: () => void;
}

/** Steps of a batch change: choose values, look at the outcome, carry it out as a job. */
export function useBatch(ledger: AnyLedger, scope: Scope): Batch {
  const [id] = useState(() => newId());
  const [values, setValues] = useState<FormValues>({});
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const request = { ledger: ledger.id, selection: scope, values };
  return {
    id,
    step: stepOf(preview, jobId, job),
    values,
    setValues,
    preview,
    changing: preview === null ? 0 : preview.count - preview.unchanged - preview.blocked.length,
    job,
    failure,
    look: async () => {
      const reply = await ask('batch.preview', request);
      setFailure(reply.ok ? null : reply.failure);
      if (reply.ok) setPreview(reply.value);
    },
    back: () => {
      setPreview(null);
    },
    apply: async () => {
      const reply = await ask('batch.apply', { batch: id, ...request });
      setFailure(reply.ok ? null : reply.failure);
      if (reply.ok) setJobId(reply.value.job);
    },
    cancel: () => {
      if (jobId !== null) void ask('job.cancel', { job: jobId });
    },
  };
}

function stepOf(preview: Preview | null, jobId: string | null, job: Job | null): Batch['step'] {
  if (preview === null) return 'choose';
  if (jobId === null) return 'look';
  return job === null || job.state === 'running' ? 'run' : 'end';
}
