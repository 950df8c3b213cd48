import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { Input, Output } from '../../../electron/contract/calls.ts';
import { ask, useAction, useJobCall, type Job } from '../../data/index.ts';
import { today } from '../../text/index.ts';

/** A kept form as it can be chosen. */
export type KeptForm = Output<'form.list'>[number];
/** The records a form is filled with. */
export type FillSelection = Input<'form.fill'>['selection'];

/** A form being filled. */
export interface Filling {
  readonly isStarting: boolean;
  readonly isBegun: boolean;
  readonly job: Job | null;
  /** Why it was not begun. */
  readonly failure: Failure | null;
  /** `each`: one file a record, packed into a zip. */
  readonly start: (form: KeptForm, selection: FillSelection, each: boolean) => Promise<void>;
  readonly reveal: () => void;
}

/** Asks where to write, starts the job, and follows it. Closing the dialog of the system changes nothing. */
export function useFill(): Filling {
  const choosing = useAction('file.save');
  const filling = useJobCall('form.fill');
  const [token, setToken] = useState<string | null>(null);

  async function start(form: KeptForm, selection: FillSelection, each: boolean): Promise<void> {
    const filter = each ? 'zip' : form.fileKind;
    const target = await choosing.run({ name: `${form.name} ${today()}.${filter}`, filter });
    if (target === null) return;
    setToken(target.token);
    await filling.start({ form: form.id, selection, each, file: target.token });
  }
  const { isBegun, job } = filling;
  return {
    isStarting: choosing.isBusy || filling.isBusy,
    isBegun,
    job,
    failure: choosing.failure ?? (isBegun ? null : filling.failure),
    start,
    reveal: () => {
      if (token !== null) void ask('file.reveal', { token });
    },
  };
}
