import { randomUUID } from 'node:crypto';
import { officeOf } from '../../../db/practice/index.ts';
import type { Store } from '../../../db/store/api.ts';
import { localUser } from '../asking.ts';

/**
 * Writes the divisions of the office (a city: all its towns; a village: its town) into a file that has no divisions yet: a new one, or one whose making was cut off
 * right after the file appeared. One transaction, so there are all or none.
 */
export function ensureDivisions(store: Store): void {
  if ((store.counts()['division'] ?? 0) > 0) return;
  const rows = officeOf(store.info.town.code)?.rows() ?? [];
  if (rows.length === 0) return;
  const writes = rows.map(({ id, values }) => ({ ledger: 'division', id, op: 'create', values }) as const);
  const outcome = store.write({ writeId: randomUUID(), caller: localUser('zh'), writes });
  if (!outcome.ok) throw new Error(`the shipped divisions were refused: ${outcome.problem.code}`);
}
