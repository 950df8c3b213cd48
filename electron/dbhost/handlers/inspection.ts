import { randomUUID } from 'node:crypto';
import { addReadyList } from '../../../db/checks/add-ready-list.ts';
import { checkSheet, listsFor } from '../../../db/checks/check-sheet.ts';
import { orderRectification } from '../../../db/checks/order-rectification.ts';
import { Refused } from '../../../db/checks/refusal.ts';
import { checkItem } from '../../../db/model/ledgers/inspection/check-item.ts';
import { chinaDay } from '../../../db/model/office-time.ts';
import type { RecordWrite } from '../../../db/store/api.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { problemAnswer } from './write-answer.ts';

/** Inspections: lists to tick, shipped lists, hazards and notices. */
export function createInspectionHandlers(desk: Desk): HandlersOf<'inspection'> {
  return {
    'inspection.sheet': ({ list }, { store, caller }) => {
      const sheet = checkSheet(store, list, caller);
      if (sheet === null) return null;
      const names = store.names(caller.language);
      const group = (code: string): string =>
        names.codeName(checkItem.fields.item_group.table ?? '', code) ?? '';
      return { ...sheet, items: sheet.items.map((item) => ({ ...item, group: group(item.group) })) };
    },
    'inspection.lists': (question, { store, caller }) => {
      const { lists, ready } = listsFor(store, question);
      return { lists, ready: ready.map(({ id, label }) => ({ id, label: label[caller.language] })) };
    },
    'inspection.addReady': ({ writeId, ready }, asking) => {
      const made = addReadyList(ready, randomUUID);
      if (made instanceof Refused) return refusalOf(made);
      const ids = written(desk, asking, { writeId, writes: made.writes });
      return ids instanceof Refusal ? ids : { list: ids[0] ?? made.list };
    },
    'inspection.order': ({ writeId, ...plan }, asking) => {
      const { store, caller } = asking;
      const today = chinaDay(desk.now());
      const made = orderRectification({ store, caller, today, newId: randomUUID }, plan);
      if (made instanceof Refused) return refusalOf(made);
      const ids = written(desk, asking, { writeId, writes: made.writes });
      if (ids instanceof Refusal) return ids;
      return { notice: made.notice === null ? null : (ids[0] ?? made.notice) };
    },
  };
}

/** What a refusal is about, when it is about something that is not there. */
const missing: readonly string[] = ['list', 'inspection', 'ready-list'];

const refusalOf = ({ why }: Refused): Refusal =>
  new Refusal(missing.includes(why) ? 'not-found' : 'refused', `inspection-${why}`);

/** Writes a request as one and tells the window; ids in the order of the writes. */
function written(
  desk: Desk,
  { store, caller }: Asking,
  { writeId, writes }: { readonly writeId: string; readonly writes: readonly RecordWrite[] },
): readonly string[] | Refusal {
  const outcome = store.write({ writeId, caller, writes });
  if (!outcome.ok) {
    const ledger = 'index' in outcome.problem ? writes[outcome.problem.index]?.ledger : undefined;
    return problemAnswer(outcome.problem, ledger ?? checkItem.id, caller);
  }
  for (const [ledger, records] of Map.groupBy(outcome.records, (record) => record.ledger))
    desk.changed(
      ledger,
      records.map(({ id }) => id),
    );
  return outcome.records.map(({ id }) => id);
}
