import { useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { newId, useAction, useJobCall, type Job } from '../../data/index.ts';
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
  /** Looked at, or being begun: until the answer is there nothing else is to be done. */
  readonly isBusy: boolean;
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
  const looking = useAction('batch.preview');
  const changing = useJobCall('batch.apply');
  const { job } = changing;
  const request = { ledger: ledger.id, selection: scope, values };
  return {
    id,
    step: stepOf(preview, changing.isBegun, job),
    values,
    setValues,
    preview,
    changing: preview === null ? 0 : preview.count - preview.unchanged - preview.blocked.length,
    job,
    isBusy: looking.isBusy || changing.isBusy,
    // How the job ended is told with its result.
    failure: looking.failure ?? (changing.isBegun ? null : changing.failure),
    look: async () => setPreview(await looking.run(request)),
    back: () => {
      setPreview(null);
    },
    apply: () => changing.start({ batch: id, ...request }),
    cancel: changing.cancel,
  };
}

function stepOf(preview: Preview | null, isBegun: boolean, job: Job | null): Batch['step'] {
  if (preview === null) return 'choose';
  if (!isBegun) return 'look';
  return job === null || job.state === 'running' ? 'run' : 'end';
}
