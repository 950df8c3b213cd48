import type { DutySheet } from '../../roster/duty-sheet.ts';
import { dutyPage, type DutyBody, type DutyDocument } from './duty-page.ts';
import { calendarLayout } from './layouts/calendar-layout.ts';
import { holidayLayout } from './layouts/holiday-layout.ts';
import { listLayout } from './layouts/list-layout.ts';
import { patrolLayout } from './layouts/patrol-layout.ts';
import { weekLayout } from './layouts/week-layout.ts';
import type { DutyPrintOptions } from './print-options.ts';
import { indexSheet, type SheetIndex } from './sheet-index.ts';

/** A roster on paper, ready to be laid out; the same sheet and options give the same document. */
export function dutyDocument(sheet: DutySheet, options: DutyPrintOptions): DutyDocument {
  return dutyPage(sheet, options, bodyOf(indexSheet(sheet), options));
}

function bodyOf(index: SheetIndex, options: DutyPrintOptions): DutyBody {
  switch (options.layout) {
    case 'list':
      return listLayout(index, options, index.sheet.days);
    case 'calendar':
      return calendarLayout(index, options);
    case 'week':
      return weekLayout(index, options);
    case 'patrol':
      return patrolLayout(index, options);
    case 'holiday':
      return holidayLayout(index, options);
  }
}
