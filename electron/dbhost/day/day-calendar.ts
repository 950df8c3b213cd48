import { daysFrom } from '../../../db/model/calendar/days-off.ts';
import { ledgerById } from '../../../db/model/registry.ts';
import { dutyDays } from '../../../db/duty/duty-days.ts';
import { dueWhere } from '../../../db/store/index.ts';
import type { Asking } from '../asking.ts';
import { type DeskDay, kindTold } from './desk-day.ts';

/** What each day of a calendar holds: its kind, what is due on it, who is on duty. */
export function dayCalendar(
  { store, caller }: Asking,
  { days: { now, today }, calendar }: DeskDay,
  span: { readonly from: string; readonly to: string },
) {
  const dues = Map.groupBy(store.dues.byDay({ span, now }, caller), ({ day }) => day);
  const duty = Map.groupBy(dutyDays(store, span), ({ day }) => day);
  return {
    today,
    days: daysFrom(span.from, span.to).map((day) => ({
      day,
      ...kindTold(calendar, day),
      dues: (dues.get(day) ?? []).flatMap(({ ledger: id, place, count, late }) => {
        const ledger = ledgerById.get(id);
        if (ledger === undefined) return [];
        return [
          { ledger: id, place, count, late, where: dueWhere({ ledger, place }, { from: day, to: day }) },
        ];
      }),
      duty: (duty.get(day) ?? []).map(({ team, name, people }) => ({ team, name, people })),
    })),
  };
}
