import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../../data/index.ts';
import { now } from '../../text/index.ts';
import { useDelayed } from '../../widgets/index.ts';
import { draftKey, readDraft, type Draft } from './draft.ts';
import { changedValues, type FormState } from './form-state.ts';

const KEEP_AFTER_MS = 500;

/** Keeps what is typed as a draft, offers the one a crash left behind, and forgets it once saved or given up. */
export function useDraft(ledger: string, id: string | null, state: FormState) {
  const key = draftKey(ledger, id);
  const [found, setFound] = useState<Draft | null>(null);
  const isKept = useRef(false);
  const isForgotten = useRef(false);
  useEffect(() => {
    let isGone = false;
    void ask('preference.get', { key }).then((reply) => {
      if (!isGone && reply.ok) setFound(readDraft(reply.value.value));
    });
    return () => {
      isGone = true;
    };
  }, [key]);

  const keep = useDelayed(
    KEEP_AFTER_MS,
    async (draft: Draft | null) => {
      if (isForgotten.current) return;
      isKept.current = draft !== null;
      await ask('preference.set', draft === null ? { key } : { key, value: draft });
    },
    // Esc right after the last word leaves the form before the pause is over.
    'run',
  );
  const { base, baseline, values } = state;
  useEffect(() => {
    const changes = changedValues({ baseline, values });
    const isClean = Object.keys(changes).length === 0;
    // A form nobody has typed into must not overwrite the draft it is about to offer.
    if (isClean && !isKept.current) return;
    keep(isClean ? null : { base, values: changes, at: now().toISOString() });
  }, [keep, base, baseline, values]);

  /** The entries are saved: nothing typed before this may come back. */
  const close = useCallback(async () => {
    isForgotten.current = true;
    await ask('preference.set', { key });
  }, [key]);
  const forget = useCallback(() => {
    setFound(null);
    void ask('preference.set', { key });
  }, [key]);
  const hide = useCallback(() => {
    setFound(null);
  }, []);
  return { found, forget, hide, close };
}
