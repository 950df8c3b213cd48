import { useState, type KeyboardEvent } from 'react';
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

/** A picker of one record of a ledger by search text: what antd's `Select` needs for it. The newest question wins. */
export function useLinkPicker(ledger: string, take: (id: string) => void) {
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState<{
    readonly text: string;
    readonly options: LinkOption[];
    readonly isLooking: boolean;
  }>({ text: '', options: [], isLooking: false });
  const send = useDelayed(LOOK_AFTER_MS, async (text: string) => {
    const options = await offered(ledger, text);
    setFound((now) => (now.text === text ? { text, options, isLooking: false } : now));
  });
  function look(text: string): void {
    setFound((before) => ({ ...before, text, isLooking: true }));
    send(text);
  }
  /** Enter typed faster than the answer came: the marked line is of an earlier text, so the first for this text is taken. */
  function takeWhenFound(event: KeyboardEvent): void {
    const { text, isLooking } = found;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (!isOpen || !isLooking || text === '') return;
    event.stopPropagation();
    setOpen(false);
    void offered(ledger, text).then(([first]) => {
      if (first !== undefined) take(first.value);
    });
  }
  return {
    options: found.options,
    isLooking: found.isLooking,
    takeWhenFound,
    select: {
      open: isOpen,
      showSearch: { filterOption: false, onSearch: look },
      onOpenChange: (open: boolean) => {
        setOpen(open);
        if (open) look('');
      },
    },
  };
}

async function offered(ledger: string, text: string): Promise<LinkOption[]> {
  const reply = await ask('record.options', { ledger, text, limit: OFFERED });
  return reply.ok ? reply.value.map((o) => ({ value: o.id, label: o.title, detail: o.subtitle })) : [];
}

/** Title of a linked record: the text that came with the record while the link is unchanged, else asked for. */
export function useLinkTitle(ledger: string, id: string | null, known: string | undefined): string {
  const { value } = useAsk(
    'record.get',
    id === null || ledger === '' || known !== undefined ? null : { ledger, id },
  );
  return known ?? value?.title ?? '…';
}
