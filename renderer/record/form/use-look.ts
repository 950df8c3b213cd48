import { useEffect, useRef } from 'react';
import { useDelayed } from '../../widgets/index.ts';
import { afterFormAction, type Checked, type FormAction, type FormState } from './form-state.ts';

/** Entries of a form, and the question the data process is asked of them. */
export interface Look {
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  /** Pause in the entries after which they are looked at. */
  readonly delay_ms: number;
  /** What is asked, as a text that differs when the question does; `null` = there is nothing to ask. */
  readonly asked: string | null;
  /** Asks; `null` = there was no answer. */
  readonly ask: () => Promise<Checked | null>;
}

/**
 * Has entries looked at once they pause. Returns `settled`, the form after a look at the entries as they are now: what
 * seems to stand in the way of acting on them may be the answer to older entries, or a field the program fills in.
 */
export function useLook({ state, dispatch, delay_ms, asked, ask }: Look): () => Promise<FormState> {
  const answered = useRef<Pick<Look, 'asked'> & Pick<FormState, 'values'>>({ asked: null, values: {} });
  const { values } = state;
  async function look(): Promise<FormState> {
    const checked = await ask();
    if (checked === null) return state;
    answered.current = { asked, values };
    const action = { do: 'checked', checked, of: values } as const;
    dispatch(action);
    return afterFormAction(state, action);
  }
  const lookLater = useDelayed(delay_ms, async () => {
    await look();
  });
  useEffect(() => {
    if (asked !== null) lookLater();
  }, [lookLater, values, asked]);
  return async () => {
    const isAnswered = answered.current.asked === asked && answered.current.values === values;
    return asked === null || isAnswered ? state : look();
  };
}
