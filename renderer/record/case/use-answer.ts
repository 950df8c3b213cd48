import { useReducer, useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Input, Output } from '../../../electron/contract/calls.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { ask, isOutcomeKnown, ledgerOf, newId, useWriteId } from '../../data/index.ts';
import { afterFormAction, startForm, type FormState } from '../form/form-state.ts';
import { readFindings } from '../form/save-failure.ts';
import type { DialogField, DialogWork } from '../form/DialogForm.tsx';
import type { ShownRecord } from '../page/RecordPage.tsx';

/** The case that is answered, and how. */
export interface AnswerTarget {
  readonly ledger: AnyLedger;
  readonly record: ShownRecord;
  readonly kind: Input<'workflow.answer'>['kind'];
  readonly user: string;
}

/** An answer from its first field to its outcome. */
export interface Answering extends DialogWork {
  readonly fields: readonly DialogField[];
  /** `null` when it was not given. */
  readonly give: () => Promise<Output<'workflow.answer'> | null>;
}

/** Entries of an answer, given in one write that a retry repeats harmlessly. */
export function useAnswer({ ledger, record, kind, user }: AnswerTarget): Answering {
  const { take, done } = useWriteId();
  const [replyId] = useState(newId);
  const fields = answerFields(ledger, kind);
  const [state, dispatch] = useReducer(afterFormAction, null, () => startForm(null, { replied_by: user }));
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const give = async (): Promise<Output<'workflow.answer'> | null> => {
    setBusy(true);
    setFailure(null);
    const text = (name: string): string | null => {
      const value = state.values[name];
      return typeof value === 'string' ? value : null;
    };
    const reply = await ask('workflow.answer', {
      ledger: ledger.id,
      id: record.id,
      kind,
      number: text('case_no'),
      content: text('content'),
      documents: hashesIn(state.values['documents']),
      by: text('replied_by') ?? '',
      replyId,
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
  return { fields, state, dispatch, isBusy, failure, give };
}

/** Ids of the attachments entered. */
const hashesIn = (value: FormState['values'][string] | undefined): string[] =>
  Array.isArray(value) ? value.map(String) : [];

/** What an answer asks for: the number where the case is accepted, the text where it is sent back or closed. */
function answerFields(ledger: AnyLedger, kind: AnswerTarget['kind']): readonly DialogField[] {
  const replies = ledgerOf(ledger.workflow?.superior?.replies ?? '');
  if (replies === undefined) return [];
  const isAccepted = kind === 'accepted';
  const names = [...(kind === 'returned' ? [] : ['case_no']), 'content', 'documents', 'replied_by'];
  // Elsewhere an answer is only read; here it is entered.
  const entered = names.flatMap((name) => {
    const field = replies.fields[name];
    const isRequired = name === (isAccepted ? 'case_no' : 'content') || name === 'replied_by';
    return field === undefined ? [] : [[name, { ...field, required: isRequired, automatic: false }] as const];
  });
  const of = { ...replies, fields: { ...replies.fields, ...Object.fromEntries(entered) } };
  return entered.map(([name, field]) => ({ name, field, of }));
}
