import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { Input, Output } from '../../../electron/contract/calls.ts';
import { ask, useJob, type Job } from '../../data/index.ts';
import { today } from '../../text/index.ts';

/** A kept form as it can be chosen. */
export type KeptForm = Output<'form.list'>[number];
/** The records a form is filled with. */
export type FillSelection = Input<'form.fill'>['selection'];

/** A form being filled. */
export interface Filling {
  readonly isStarting: boolean;
  readonly jobId: string | null;
  readonly job: Job | null;
  readonly failure: Failure | null;
  /** `each`: one file a record, packed into a zip. */
  readonly start: (form: KeptForm, selection: FillSelection, each: boolean) => Promise<void>;
  readonly reveal: () => void;
}

/** Asks where to write, starts the job, and follows it. Closing the dialog of the system changes nothing. */
export function useFill(): Filling {
  const [isStarting, setStarting] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const job = useJob(jobId);

  async function start(form: KeptForm, selection: FillSelection, each: boolean): Promise<void> {
    setStarting(true);
    setFailure(null);
    const filter = each ? 'zip' : form.fileKind;
    const target = await ask('file.save', { name: `${form.name} ${today()}.${filter}`, filter });
    if (target.ok && target.value !== null) {
      setToken(target.value.token);
      const reply = await ask('form.fill', { form: form.id, selection, each, file: target.value.token });
      if (reply.ok) setJobId(reply.value.job);
      else setFailure(reply.failure);
    } else if (!target.ok) setFailure(target.failure);
    setStarting(false);
  }
  return {
    isStarting,
    jobId,
    job,
    failure,
    start,
    reveal: () => {
      if (token !== null) void ask('file.reveal', { token });
    },
  };
}
