import { useEffect, useRef } from 'react';
import type { Payload, TopicName } from '../../electron/contract/calls.ts';
import { listen } from './ask.ts';

/** Calls `listener` with every message of a topic while the component is shown; the newest listener is used. */
export function useTopic<N extends TopicName>(topic: N, listener: (payload: Payload<N>) => void): void {
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => listen(topic, (payload) => newest.current(payload)), [topic]);
}
