import { useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { ask, useAction, useJobCall, type Job } from '../../data/index.ts';
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
  readonly isBegun: boolean;
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
  const choosing = useAction('file.save');
  const writing = useJobCall('export.start');
  const [file, setFile] = useState<Output<'file.save'>>(null);

  async function start(): Promise<void> {
    const { ledger, format, sort, scope } = order;
    const name = `${label(ledger.label)} ${today()}.${format}`;
    const target = await choosing.run({ name, filter: format });
    if (target === null) return;
    setFile(target);
    const rows = 'ids' in scope ? { where: {}, ids: scope.ids } : { where: scope.where };
    const request = { ledger: ledger.id, fields: [...order.fields], format, file: target.token, ...rows };
    await writing.start(sort === null ? request : { ...request, sort });
  }
  const { isBegun, job, cancel } = writing;
  return {
    isStarting: choosing.isBusy || writing.isBusy,
    isBegun,
    job,
    failure: choosing.failure ?? writing.failure,
    fileName: file?.name ?? '',
    start,
    cancel,
    reveal: () => {
      if (file !== null) void ask('file.reveal', { token: file.token });
    },
  };
}
