import type { Input } from '../../../../electron/contract/calls.ts';
import { dutyLayouts, phonePlaces } from '../../../../db/roster/duty-paper.ts';
import type { DutyLayout, PhonePlace } from '../../../../db/roster/duty-paper.ts';
import type { Team } from '../duty-place.ts';
import { dayAfter } from '../../../text/month.ts';

/** How a team's roster is laid out, as chosen last. */
export interface PaperSettings {
  readonly layout: DutyLayout;
  readonly paper: 'A4' | 'A3';
  readonly way: 'auto' | 'portrait' | 'landscape';
  readonly phones: PhonePlace;
}

/** Ways the paper can lie. */
export const ways = ['auto', 'portrait', 'landscape'] as const;
export const papers = ['A4', 'A3'] as const;

/** Layouts a team can use: an office has no grids, a patrol no calendar of posts. */
export const layoutsOf = (kind: Team['kind']): readonly DutyLayout[] =>
  dutyLayouts.filter((layout) =>
    kind === 'patrol' ? layout !== 'list' && layout !== 'calendar' : layout !== 'patrol',
  );

/** What was remembered, read with care: it may be of an older program or of another kind of team. */
export function settingsOf(remembered: unknown, kind: Team['kind']): PaperSettings {
  const last: Readonly<Record<string, unknown>> =
    typeof remembered === 'object' && remembered !== null ? { ...remembered } : {};
  const layouts = layoutsOf(kind);
  return {
    layout: layouts.find((one) => one === last['layout']) ?? (kind === 'patrol' ? 'patrol' : 'list'),
    paper: papers.find((one) => one === last['paper']) ?? 'A4',
    way: ways.find((one) => one === last['way']) ?? 'auto',
    phones: phonePlaces.find((one) => one === last['phones']) ?? 'auto',
  };
}

/** A holiday may begin in the month before and end in the month after: 元旦, 春节. */
const HOLIDAY_REACH = 10;

interface Asked {
  readonly team: string;
  readonly month: string;
  readonly settings: PaperSettings;
  readonly holiday: string | null;
}

/** The question for a document of a month. */
export function documentInput({ team, month, settings, holiday }: Asked): Input<'duty.document'> {
  const { layout, paper, way, phones } = settings;
  const isHoliday = layout === 'holiday';
  const [first, last] = [`${month}-01`, lastDay(month)];
  return {
    team,
    from: isHoliday ? dayAfter(first, -HOLIDAY_REACH) : first,
    to: isHoliday ? dayAfter(last, HOLIDAY_REACH) : last,
    layout,
    paper,
    phones,
    ...(way === 'auto' ? {} : { landscape: way === 'landscape' }),
    ...(isHoliday && holiday !== null ? { holiday } : {}),
  };
}

/** Last day of a month. */
export function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
