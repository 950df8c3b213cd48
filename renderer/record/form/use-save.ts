import { useCallback, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { ask, isOutcomeKnown, useWriteId } from '../../data/index.ts';
import { changedValues, emptiedFields, type Checked, type FormAction, type FormState } from './form-state.ts';
import { readConflict, readFindings, type Conflict } from './save-failure.ts';

/** How a save ended. */
export type Saved = Output<'record.save'>;

export interface Saving {
  readonly isSaving: boolean;
  /** Fields somebody else changed meanwhile; the user chooses. */
  readonly conflict: Conflict | null;
  /** Anything else that stopped the save; the entries are still in the form. */
  readonly failure: Failure | null;
  /** Writes what was changed in `state`. */
  readonly save: (state: FormState) => Promise<Saved | null>;
  readonly settle: () => void;
}

interface Target {
  readonly ledger: string;
  readonly id: string;
  readonly dispatch: (action: FormAction) => void;
}

/** Writes the changed fields. A retry after an unclear failure repeats the same write id, so nothing is written twice. */
export function useSave({ ledger, id, dispatch }: Target): Saving {
  const { take, done } = useWriteId();
  const [isSaving, setSaving] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function save(state: FormState): Promise<Saved | null> {
    setSaving(true);
    setFailure(null);
    const values = changedValues(state);
    const emptied = emptiedFields(state);
    const reply = await ask('record.save', {
      writeId: take(),
      ledger,
      id,
      base: state.base,
      values,
      emptied,
    });
    setSaving(false);
    if (reply.ok) {
      done();
      return reply.value;
    }
    if (isOutcomeKnown(reply.failure)) done();
    const findings: Checked['findings'] | null = readFindings(reply.failure);
    dispatch(findings === null ? { do: 'try' } : { do: 'try', findings });
    const found = readConflict(reply.failure);
    setConflict(found);
    if (found === null) setFailure(reply.failure);
    return null;
  }
  const settle = useCallback(() => {
    setConflict(null);
    setFailure(null);
  }, []);
  return { isSaving, conflict, failure, save, settle };
}
