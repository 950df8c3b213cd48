import { useState } from 'react';
import { ask, useAsk } from '../data/index.ts';
import { useDelayed } from './use-delayed.ts';

/** A record offered by a picker. */
export interface LinkOption {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

const LOOK_AFTER_MS = 150;
const OFFERED = 20;

/** Records of a ledger by search text, for a picker; the newest question wins. */
export function useLinkOptions(ledger: string) {
  const [state, setState] = useState<{ readonly options: LinkOption[]; readonly isLooking: boolean }>({
    options: [],
    isLooking: false,
  });
  const send = useDelayed(LOOK_AFTER_MS, async (text: string) => {
    const reply = await ask('record.options', { ledger, text, limit: OFFERED });
    const options = reply.ok
      ? reply.value.map((o) => ({ value: o.id, label: o.title, detail: o.subtitle }))
      : [];
    setState({ options, isLooking: false });
  });
  function look(text: string): void {
    setState((before) => ({ ...before, isLooking: true }));
    send(text);
  }
  return { ...state, look };
}

/** Title of a linked record: the text that came with the record while the link is unchanged, else asked for. */
export function useLinkTitle(ledger: string, id: string | null, known: string | undefined): string {
  const { value } = useAsk(
    'record.get',
    id === null || ledger === '' || known !== undefined ? null : { ledger, id },
  );
  return known ?? value?.title ?? '…';
}
