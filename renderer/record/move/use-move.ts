import { useCallback, useReducer, useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { moveDay, opens } from '../../../db/model/derive/interval-fields.ts';
import type { MoveAction } from '../../../db/model/interval-spec.ts';
import type { Input, Output } from '../../../electron/contract/calls.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { ask, isOutcomeKnown, newId, useWriteId } from '../../data/index.ts';
import { today } from '../../text/index.ts';
import type { DialogWork } from '../form/DialogForm.tsx';
import {
  afterFormAction,
  startForm,
  typedValues,
  type FormAction,
  type FormState,
} from '../form/form-state.ts';
import { readFindings } from '../form/save-failure.ts';
import { useLook } from '../form/use-look.ts';

const LOOK_AFTER_MS = 150;

/** What a move would do, as the data process sees it. */
export type Look = Output<'interval.look'>;

/** What is moved, how, and what is open now. */
export interface MoveTarget {
  readonly ledger: AnyLedger;
  readonly subject: string;
  readonly action: MoveAction;
  readonly open: Output<'interval.open'>;
}

/** A move from its first field to its result. */
export interface Moving extends DialogWork {
  /** What it would do with the entries as they are; `null` until first answered. */
  readonly look: Look | null;
  readonly endsSubject: boolean;
  readonly setEndsSubject: (ends: boolean) => void;
  /** The change that takes the move back; `null` when it was not carried out. */
  readonly move: (state: FormState) => Promise<string | null>;
}

/** Entries of a move, looked at while they are typed and carried out in one write that a retry repeats harmlessly. */
export function useMove(target: MoveTarget): Moving {
  const { take, done } = useWriteId();
  const [id] = useState(() => newId());
  const [state, dispatch] = useMoveForm(target);
  const [endsSubject, setEndsSubject] = useState(false);
  const [look, setLook] = useState<Look | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const question = questionOf(target, endsSubject);
  const looked = { ...question, values: typedValues(state) };
  const settled = useLook({
    state,
    dispatch,
    delay_ms: LOOK_AFTER_MS,
    asked: JSON.stringify(looked),
    ask: async () => {
      const reply = await ask('interval.look', looked);
      setFailure(reply.ok ? null : reply.failure);
      if (!reply.ok) return null;
      setLook(reply.value);
      return { ...reply.value, duplicates: [] };
    },
  });

  const move = async ({ values }: FormState): Promise<string | null> => {
    setBusy(true);
    setFailure(null);
    const reply = await ask('interval.move', { ...question, values, writeId: take(), newId: id });
    setBusy(false);
    if (reply.ok || isOutcomeKnown(reply.failure)) done();
    if (reply.ok) return reply.value.change;
    const findings = readFindings(reply.failure);
    dispatch(findings === null ? { do: 'try' } : { do: 'try', findings });
    if (findings === null) setFailure(reply.failure);
    return null;
  };
  return { state, dispatch, look, endsSubject, setEndsSubject, isBusy, failure, settled, move };
}

function questionOf(
  { ledger, subject, action, open }: MoveTarget,
  endsSubject: boolean,
): Omit<Input<'interval.look'>, 'values'> {
  const question = { ledger: ledger.id, subject, action, endsSubject: endsSubject && !opens(action) };
  // Of parallel histories the entries say which is meant.
  if (ledger.interval?.within !== undefined) return question;
  const [current] = open;
  return { ...question, seen: current === undefined ? null : { id: current.id, version: current.version } };
}

/** A form that begins today, and forgets what followed from a place once another is chosen. */
function useMoveForm({ ledger, action }: MoveTarget) {
  const { interval } = ledger;
  const reduce = useCallback(
    (state: FormState, one: FormAction): FormState => {
      const isPlace =
        one.do === 'change' &&
        interval?.places.includes(one.field) === true &&
        ledger.fields[one.field]?.target !== undefined;
      return afterFormAction(isPlace ? withoutSuggested(state) : state, one);
    },
    [ledger, interval],
  );
  return useReducer(reduce, null, () =>
    startForm(null, interval === undefined ? {} : { [moveDay(interval, action)]: today() }),
  );
}

/** The form without what the program filled in. */
function withoutSuggested(state: FormState): FormState {
  const typed = Object.entries(state.values).filter(([name]) => !state.suggested.includes(name));
  return { ...state, values: Object.fromEntries(typed), suggested: [] };
}
