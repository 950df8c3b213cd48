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
 * Looks for the text with one call per keystroke; an answer to an older text is dropped. While somebody types on or takes letters
 * back the last one stays on screen until the next is there; to another text it is no answer. `null` text looks for nothing.
 */
export function useSearch(text: string | null, limit: number): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  const [round, setRound] = useState(0);
  const newest = useRef(0);
  const askAgain = () => setRound((before) => before + 1);
  useTopic('changed', askAgain);
  // What failed when the data process stopped is asked anew when it is back.
  useTopic('host', ({ state }) => state === 'up' && askAgain());
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
  return found !== null && isOneTyping(found.text, wanted) ? found : null;
}

/** Whether one text is the other with letters typed behind it. */
const isOneTyping = (one: string, other: string): boolean =>
  one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
