import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { chinaAhead_ms } from '../../model/office-time.ts';
import type { DutySheet, SheetPost } from '../../roster/duty-sheet.ts';
import type { DutyPrintOptions } from './print-options.ts';
import { indexSheet } from './sheet-index.ts';

/** What a calendar file is made of. */
export interface DutyCalendarInput {
  readonly sheet: DutySheet;
  /** Only the duties of this person; absent: the whole team's, each with its name. */
  readonly person?: string;
  readonly language: DutyPrintOptions['language'];
  readonly now: Date;
}

const phrases = {
  summary: { zh: '值班：{post}', en: 'Duty: {post}' },
  ofTeam: { zh: '{post}：{name}', en: '{post}: {name}' },
} as const;

/**
 * Duties as an iCalendar file (RFC 5545) for phones and mail programs; times in UTC, because China has one zone. An event keeps
 * its UID when the roster is exported again, so reading the file a second time moves events instead of doubling them.
 */
export function dutyCalendar({ sheet, person, language, now }: DutyCalendarInput): string {
  const index = indexSheet(sheet);
  const calendar = ical({
    name: sheet.title,
    prodId: { company: 'Zhiwang', product: 'Workbench', language: language === 'zh' ? 'ZH' : 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const day of sheet.days)
    for (const post of sheet.posts)
      for (const { who } of index.seats(day.date, post.id)) {
        if (person !== undefined && who.id !== person) continue;
        const { start, end } = timesOf(day.date, post);
        const phrase = person === undefined ? phrases.ofTeam : phrases.summary;
        calendar.createEvent({
          id: uidOf([sheet.team, day.date, post.id, who.id]),
          stamp: now,
          start,
          end,
          summary: phrase[language].replace('{post}', () => post.name).replace('{name}', () => who.name),
          location: post.place?.name ?? sheet.unit,
          description: [sheet.title, post.hours, ...(sheet.phone === '' ? [] : [sheet.phone])].join('\n'),
          transparency: ICalEventTransparency.OPAQUE,
        });
      }
  return calendar.toString();
}

const HOUR_ms = 3_600_000;

function timesOf(date: string, { start, length_h }: SheetPost): { readonly start: Date; readonly end: Date } {
  const from = Date.parse(`${date}T${start}:00.000Z`) - chinaAhead_ms;
  return { start: new Date(from), end: new Date(from + length_h * HOUR_ms) };
}

/** Globally unique and the same at every export; says nothing about the person. */
const uidOf = (parts: readonly string[]): string =>
  `${createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 32)}@zhiwang`;
