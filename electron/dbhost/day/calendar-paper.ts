import { areas, type AreaId } from '../../../db/model/define-ledger.ts';
import { dayAfter } from '../../../db/model/calendar/day-arithmetic.ts';
import { ledgerById } from '../../../db/model/registry.ts';
import { monthAfter } from '../../../db/duty/duties.ts';
import { calendarDocument } from '../../../db/exchange/document/calendar-document.ts';
import { printedBy } from '../../../db/exchange/document/printed-at.ts';
import type { Asking } from '../asking.ts';
import { dayCalendar } from './day-calendar.ts';
import type { DeskDay } from './desk-day.ts';

/** The month as a sheet of paper. */
export function calendarPaper(
  asking: Asking,
  day: DeskDay,
  { month, now }: { readonly month: string; readonly now: Date },
) {
  const { store, caller } = asking;
  const { language } = caller;
  const span = { from: `${month}-01`, to: dayAfter(`${monthAfter(month, 1)}-01`, -1) };
  const { days } = dayCalendar(asking, day, span);
  const document = calendarDocument({
    language,
    month,
    town: store.info.town.name,
    printed: printedBy(now, caller),
    isPractice: store.info.practice,
    days: days.map(({ dues, duty, ...one }) => ({
      ...one,
      dues: byArea(dues).map(([area, count]) => ({ label: areas[area][language], count })),
      duty: duty.map(({ name, people }) => ({ team: name, names: people.map((person) => person.name) })),
    })),
  });
  return { ...document, foot: document.foot ?? 'line' };
}

function byArea(
  dues: readonly { readonly ledger: string; readonly count: number }[],
): readonly (readonly [AreaId, number])[] {
  const counts = new Map<AreaId, number>();
  for (const { ledger, count } of dues) {
    const area = ledgerById.get(ledger)?.area;
    if (area !== undefined) counts.set(area, (counts.get(area) ?? 0) + count);
  }
  return [...counts];
}
