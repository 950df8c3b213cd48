import { randomUUID } from 'node:crypto';
import { checkSheet, listsFor } from '../../../db/checks/check-sheet.ts';
import { orderRectification } from '../../../db/checks/order-rectification.ts';
import { Refused } from '../../../db/checks/refusal.ts';
import { checkItem } from '../../../db/model/ledgers/inspection/check-item.ts';
import { chinaDay } from '../../../db/model/office-time.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { writeTogether } from './write-together.ts';

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
    'inspection.order': ({ writeId, ...plan }, asking) => {
      const { store, caller } = asking;
      const today = chinaDay(desk.now());
      const made = orderRectification({ store, caller, today, newId: randomUUID }, plan);
      if (made instanceof Refused) return refusalOf(made);
      const ids = writeTogether(desk, asking, { writeId, writes: made.writes });
      if (ids instanceof Refusal) return ids;
      return { notice: made.notice === null ? null : (ids[1] ?? made.notice) };
    },
  };
}

/** What a refusal is about, when it is about something that is not there. */
const missing: readonly string[] = ['list', 'inspection'];

const refusalOf = ({ why }: Refused): Refusal =>
  new Refusal(missing.includes(why) ? 'not-found' : 'refused', `inspection-${why}`);
