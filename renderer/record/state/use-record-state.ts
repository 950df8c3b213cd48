import { useAsk } from '../../data/index.ts';
import type { RowState } from './row-states.ts';
import { useSendsUp } from './use-sends-up.ts';

/** How far one record has come; `null` while unknown, and where nothing is sent to a parent. */
export function useRecordState(ledger: string, id: string): RowState | null {
  const isOn = useSendsUp();
  const { value } = useAsk('record.states', isOn ? { ledger, ids: [id] } : null);
  return value?.[id] ?? null;
}
