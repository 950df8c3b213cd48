import { useEffect } from 'react';
import { ask } from '../../data/index.ts';
import { useDelayed } from '../../widgets/index.ts';
import { changedValues, emptiedFields, type FormAction, type FormState } from './form-state.ts';

type Entries = Pick<FormState, 'values' | 'baseline' | 'suggested'>;

const CHECK_AFTER_MS = 300;

/** Asks the data process what it would say to the entries: broken rules, likely duplicates, values it can fill in. */
export function useCheck(
  record: { readonly ledger: string; readonly id: string | null },
  state: FormState,
  dispatch: (action: FormAction) => void,
): void {
  const { ledger, id } = record;
  const check = useDelayed(CHECK_AFTER_MS, async (entries: Entries) => {
    const { values, suggested } = entries;
    // What the program filled in is worked out anew, so that it follows a corrected id number.
    const typed = Object.fromEntries(Object.entries(values).filter(([field]) => !suggested.includes(field)));
    const emptied = emptiedFields(entries);
    const reply = await ask('record.check', { ledger, id, values: typed, emptied });
    if (reply.ok) dispatch({ do: 'checked', checked: reply.value, of: values });
  });
  const { values, baseline, suggested } = state;
  useEffect(() => {
    if (Object.keys(changedValues({ baseline, values })).length > 0) check({ values, baseline, suggested });
  }, [check, values, baseline, suggested]);
}
