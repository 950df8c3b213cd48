import { useEffect, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { ask } from '../../data/index.ts';
import { placesOf, type FormDraft } from './form-draft.ts';

/** How a form stands: how many marks it has, which are wrong. */
export interface FormCheck {
  /** `null` while it is looked up, or nothing can be looked up without a ledger. */
  readonly marks: number | null;
  readonly problems: readonly { readonly at: string; readonly text: string }[];
  readonly failure: Failure | null;
}

const unknown: FormCheck = { marks: null, problems: [], failure: null };
/** A pause in typing after which the marks are looked up. */
const PAUSE_MS = 400;

/** Looks up the marks of the draft whenever they have changed. */
export function useFormCheck(draft: FormDraft): FormCheck {
  const [check, setCheck] = useState<FormCheck>(unknown);
  const { ledger, kind, hash, texts } = draft;
  useEffect(() => {
    if (ledger === null) {
      setCheck(unknown);
      return;
    }
    let isOld = false;
    const timer = setTimeout(() => {
      void ask('form.check', { ledger: ledger.id, kind, hash, places: placesOf(draft) }).then((reply) => {
        if (isOld) return;
        setCheck(
          reply.ok
            ? { ...reply.value, failure: null }
            : { marks: null, problems: [], failure: reply.failure },
        );
      });
    }, PAUSE_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
    // What is looked up depends on these alone.
  }, [ledger, kind, hash, texts]);
  return check;
}
