import { ask } from '../../data/index.ts';
import { changedValues, emptiedFields, typedValues, type FormAction, type FormState } from './form-state.ts';
import { useLook } from './use-look.ts';

const CHECK_AFTER_MS = 300;

/** Asks the data process what it would say to the entries: broken rules, likely duplicates, values it can fill in. */
export function useCheck(
  record: { readonly ledger: string; readonly id: string | null },
  state: FormState,
  dispatch: (action: FormAction) => void,
): () => Promise<FormState> {
  const question = { ...record, values: typedValues(state), emptied: emptiedFields(state) };
  return useLook({
    state,
    dispatch,
    delay_ms: CHECK_AFTER_MS,
    asked: Object.keys(changedValues(state)).length === 0 ? null : JSON.stringify(question),
    ask: async () => {
      const reply = await ask('record.check', question);
      return reply.ok ? reply.value : null;
    },
  });
}
