import { useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { ask, useJob, type Job } from '../../data/index.ts';
import { today, useText } from '../../text/index.ts';
import type { Scope } from '../list/use-selection.ts';

export type ExportFormat = 'xlsx' | 'csv';

interface Order {
  readonly ledger: AnyLedger;
  readonly fields: readonly string[];
  readonly format: ExportFormat;
  readonly sort: string | null;
  readonly scope: Scope;
}

/** An export on its way. */
export interface Exporting {
  readonly isStarting: boolean;
  readonly jobId: string | null;
  readonly job: Job | null;
  readonly failure: Failure | null;
  /** Name of the file, for the result. */
  readonly fileName: string;
  readonly start: () => Promise<void>;
  readonly cancel: () => void;
  readonly reveal: () => void;
}

/** Asks where to write, starts the job, and follows it. Closing the dialog of the system changes nothing. */
export function useExport(order: Order): Exporting {
  const { label } = useText();
  const [isStarting, setStarting] = useState(false);
  const [file, setFile] = useState<{ readonly token: string; readonly name: string } | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const job = useJob(jobId);

  async function start(): Promise<void> {
    const { ledger, format, sort, scope } = order;
    setStarting(true);
    setFailure(null);
    const name = `${label(ledger.label)} ${today()}.${format}`;
    const target = await ask('file.save', { name, filter: format });
    if (target.ok && target.value !== null) {
      setFile(target.value);
      const rows = 'ids' in scope ? { where: {}, ids: scope.ids } : { where: scope.where };
      const request = {
        ledger: ledger.id,
        fields: [...order.fields],
        format,
        file: target.value.token,
        ...rows,
      };
      const reply = await ask('export.start', sort === null ? request : { ...request, sort });
      if (reply.ok) setJobId(reply.value.job);
      else setFailure(reply.failure);
    } else if (!target.ok) setFailure(target.failure);
    setStarting(false);
  }
  return {
    isStarting,
    jobId,
    job,
    failure: failure ?? null,
    fileName: file?.name ?? '',
    start,
    cancel: () => {
      if (jobId !== null) void ask('job.cancel', { job: jobId });
    },
    reveal: () => {
      if (file !== null) void ask('file.reveal', { token: file.token });
    },
  };
}
