import type { RecordWrite } from '../../../db/store/api.ts';
import type { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import type { Desk } from './desk.ts';
import { problemAnswer } from './write-answer.ts';

/** Writes several records as one request and tells the window; ids in the order of the writes. */
export function writeTogether(
  desk: Desk,
  { store, caller }: Asking,
  {
    writeId,
    writes,
  }: { readonly writeId: string; readonly writes: readonly [RecordWrite, ...RecordWrite[]] },
): readonly string[] | Refusal {
  const outcome = store.write({ writeId, caller, writes });
  if (!outcome.ok) {
    const at = 'index' in outcome.problem ? writes[outcome.problem.index] : undefined;
    return problemAnswer(outcome.problem, (at ?? writes[0]).ledger, caller);
  }
  for (const [ledger, records] of Map.groupBy(outcome.records, (record) => record.ledger))
    desk.changed(
      ledger,
      records.map(({ id }) => id),
    );
  return outcome.records.map(({ id }) => id);
}
