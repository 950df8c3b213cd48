import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { ask, useTopic } from '../../data/index.ts';

/** Answer to the text in the box; `text` tells which text it answers. */
export interface Found {
  readonly text: string;
  readonly result: Output<'search.find'> | null;
  readonly failure: Failure | null;
}

/** Hits shown at first, over all ledgers. */
export const FIRST_HITS = 30;

/**
 * Looks for the text with one call per keystroke; an answer to an older text is dropped, the last one stays
 * on screen until the next is there. `null` text looks for nothing.
 */
export function useSearch(text: string | null, limit: number): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  const [round, setRound] = useState(0);
  const newest = useRef(0);
  useTopic('changed', () => setRound((before) => before + 1));
  const wanted = text?.trim() ?? '';
  useEffect(() => {
    const number = ++newest.current;
    if (wanted === '') return;
    void ask('search.find', { text: wanted, limit }).then((reply) => {
      if (number !== newest.current) return;
      setFound({
        text: wanted,
        result: reply.ok ? reply.value : null,
        failure: reply.ok ? null : reply.failure,
      });
    });
  }, [wanted, limit, round]);
  return wanted === '' ? null : found;
}
