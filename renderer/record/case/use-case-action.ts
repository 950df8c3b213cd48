import { useReducer, useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Input, Output } from '../../../electron/contract/calls.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { ask, isOutcomeKnown, newId, useWriteId } from '../../data/index.ts';
import { afterFormAction, startForm, type FormState } from '../form/form-state.ts';
import { readFindings } from '../form/save-failure.ts';
import { useLook } from '../form/use-look.ts';
import type { DialogField, DialogWork } from '../form/DialogForm.tsx';
import { dialogFields, entriesOf } from './dialog-fields.ts';
import type { ShownRecord } from '../page/RecordPage.tsx';

const LOOK_AFTER_MS = 150;
/** What an action would do, as the data process sees it. */
type CaseLook = Output<'workflow.look'>;

/** The case an action is taken with. */
export interface CaseTarget {
  readonly ledger: AnyLedger;
  readonly record: ShownRecord;
  readonly action: string;
  /** Version of the case that was seen. */
  readonly seen: number;
  /** Who uses the program: acted, unless another name is written. */
  readonly user: string;
}

/** An action from its first field to its outcome. */
export interface CaseAction extends DialogWork {
  /** Fields of the case, then those of the step. */
  readonly fields: readonly DialogField[];
  readonly look: CaseLook | null;
  /** Carries out what the form says; `null` when it was not carried out. */
  readonly act: (state: FormState) => Promise<Output<'workflow.act'> | null>;
}

/** Entries of an action, looked at while they are typed and carried out in one write that a retry repeats harmlessly. */
export function useCaseAction(target: CaseTarget): CaseAction {
  const { take, done } = useWriteId();
  const [ids] = useState(() => ({ stepId: newId(), newId: newId() }));
  const fields = dialogFields(target.ledger, target.action);
  const [state, dispatch] = useReducer(afterFormAction, null, () => begun(target, fields));
  const [look, setLook] = useState<CaseLook | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const question = questionOf(target, fields, state.values);
  const settled = useLook({
    state,
    dispatch,
    delay_ms: LOOK_AFTER_MS,
    asked: JSON.stringify(question),
    ask: async () => {
      const reply = await ask('workflow.look', question);
      setFailure(reply.ok ? null : reply.failure);
      if (!reply.ok) return null;
      setLook(reply.value);
      return { findings: reply.value.findings, filled: {}, duplicates: [] };
    },
  });

  const act = async ({ values }: FormState): Promise<Output<'workflow.act'> | null> => {
    setBusy(true);
    setFailure(null);
    const reply = await ask('workflow.act', {
      ...questionOf(target, fields, values),
      ...ids,
      writeId: take(),
    });
    setBusy(false);
    if (reply.ok || isOutcomeKnown(reply.failure)) done();
    if (reply.ok) return reply.value;
    const findings = readFindings(reply.failure);
    dispatch(findings === null ? { do: 'try' } : { do: 'try', findings });
    if (findings === null) setFailure(reply.failure);
    return null;
  };
  return { fields, state, dispatch, look, isBusy, failure, settled, act };
}

/** What the case holds already, and the name of who uses the program. */
function begun({ record, user }: CaseTarget, fields: CaseAction['fields']): FormState {
  const held = fields.flatMap(({ name, of }) =>
    of.id === record.ledger && (record.values[name] ?? null) !== null
      ? [[name, record.values[name] ?? null] as const]
      : [],
  );
  return { ...startForm(null, { ...Object.fromEntries(held), actor: user }), texts: record.texts };
}

const questionOf = (
  { ledger, record, action, seen }: CaseTarget,
  fields: CaseAction['fields'],
  values: FormState['values'],
): Input<'workflow.look'> => ({
  ledger: ledger.id,
  id: record.id,
  action,
  seen,
  ...entriesOf(ledger, fields, values),
});
