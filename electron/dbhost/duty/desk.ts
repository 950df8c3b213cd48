import { chinaDay } from '../../../db/model/office-time.ts';
import { Refused } from '../../../db/duty/refusal.ts';
import type { RecordWrite } from '../../../db/store/api.ts';
import type { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import type { Desk } from '../handlers/desk.ts';
import { problemAnswer } from '../handlers/write-answer.ts';
import { refusalOf } from './told.ts';

/** The office's day. */
export const todayOf = ({ now }: Desk): string => chinaDay(now());

/** What was written; ids in the order of the writes. */
interface Written {
  readonly change: string | null;
  readonly ids: readonly string[];
}

/** Writes a request of `db/duty` as one, tells the window, and names the change for `change.undo`. */
export function writeDuties(
  desk: Desk,
  { store, caller }: Asking,
  request: { readonly writeId: string; readonly writes: readonly RecordWrite[] | Refused },
): Written | Refusal {
  const { writeId, writes } = request;
  if (writes instanceof Refused) return refusalOf(writes);
  if (writes.length === 0) return { change: null, ids: [] };
  const outcome = store.write({ writeId, caller, writes });
  if (!outcome.ok) {
    const ledger = 'index' in outcome.problem ? writes[outcome.problem.index]?.ledger : undefined;
    return problemAnswer(outcome.problem, ledger ?? 'duty_assignment', caller);
  }
  const changed = outcome.records.filter((record) => record.change !== null);
  for (const [ledger, records] of Map.groupBy(changed, (record) => record.ledger))
    desk.changed(
      ledger,
      records.map(({ id }) => id),
    );
  return { change: changed[0]?.change ?? null, ids: outcome.records.map(({ id }) => id) };
}
