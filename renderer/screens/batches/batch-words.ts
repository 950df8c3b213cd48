import type { Output } from '../../../electron/contract/calls.ts';
import { ledgerOf } from '../../data/index.ts';
import { formatInstant, isKey } from '../../text/index.ts';
import type { Say, Texts } from '../../text/index.ts';

/** An import or a batch change. */
export type Batch = Output<'batch.list'>[number];

/** Name of the ledger a batch wrote to. */
export function batchLedger(batch: Batch, { label }: Pick<Texts, 'label'>): string {
  const ledger = ledgerOf(batch.ledger);
  return ledger === undefined ? batch.ledger : label(ledger.label);
}

/** The counts that are not zero, in words: 新增 120 · 更新 4. Counts without a word of their own are left out. */
export function batchCounts(counts: Batch['counts'], t: Say): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .flatMap(([name, count]) => {
      const key = `batch.count.${name}`;
      return isKey(key) ? [t(key, { count: count })] : [];
    })
    .join(' · ');
}

/** Where a batch stands. */
export function batchState(batch: Batch, t: Say): string {
  if (batch.undoneAt !== null) return t('batch.state.undone', { at: formatInstant(batch.undoneAt) });
  if (batch.resumable) return t('batch.state.resumable');
  return t(batch.finishedAt === null ? 'batch.state.running' : 'batch.state.done');
}
