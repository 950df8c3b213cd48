import { writeFile } from 'node:fs/promises';
import { dutySheet } from '../../../db/duty/duty-sheet-of.ts';
import { monthDays } from '../../../db/duty/month-days.ts';
import { readMonth } from '../../../db/duty/month-standing.ts';
import { Refused } from '../../../db/duty/refusal.ts';
import { sheetRoster } from '../../../db/duty/sheet-roster.ts';
import { printedBy } from '../../../db/exchange/document/printed-at.ts';
import { dutyDocument } from '../../../db/exchange/duty/duty-document.ts';
import { postTitle, writeDutyWorkbook } from '../../../db/exchange/duty/duty-workbook.ts';
import { holidaysOf } from '../../../db/exchange/duty/layouts/holiday-layout.ts';
import { NoRosterInSheet, readRoster, type RosterRead } from '../../../db/exchange/duty/read/read-roster.ts';
import { SheetRefused } from '../../../db/exchange/sheet/read/sheet-refused.ts';
import { Refusal } from '../../contract/serve.ts';
import { defined } from '../defined.ts';
import type { Desk, HandlersOf } from '../handlers/desk.ts';
import { todayOf } from './desk.ts';
import type { Planning } from './planning.ts';
import { refusalOf } from './told.ts';

type Handlers = HandlersOf<'duty'>;

const noTeam = (): Refusal => refusalOf(new Refused('team'));

/** Rosters on paper, in files, and out of sheets. */
export function createPaperHandlers(
  desk: Desk,
  plans: Planning,
): Pick<Handlers, 'duty.document' | 'duty.export' | 'duty.readSheet'> {
  return {
    'duty.document': ({ team, from, to, ...options }, { store, caller }) => {
      const { language } = caller;
      const sheet = dutySheet(store, { team, from, to, language });
      if (sheet === null) return noTeam();
      const isPractice = store.info.practice;
      const printed = printedBy(desk.now(), caller);
      const document = dutyDocument(sheet, { ...defined(options), language, printed, isPractice });
      const { title, html, landscape, paper, footer } = document;
      return { title, html, landscape, paper, footer, holidays: [...holidaysOf(sheet.days)] };
    },
    'duty.export': async ({ team, from, to, format, person, file }, { store, caller: { language } }) => {
      const sheet = dutySheet(store, { team, from, to, language });
      if (sheet === null) return noTeam();
      const duties = sheet.duties.filter((duty) => person === undefined || duty.person === person);
      if (format === 'xlsx') await writeDutyWorkbook(file, sheet, language);
      else {
        const { dutyCalendar } = await import('../../../db/exchange/duty/duty-calendar.ts');
        await writeFile(file, dutyCalendar({ sheet, language, now: desk.now(), ...defined({ person }) }));
      }
      return { duties: duties.length };
    },
    'duty.readSheet': async (question, asking) => readIn(desk, plans, { ...question, ...asking }),
  };
}

type Question = Parameters<Handlers['duty.readSheet']>[0] & Parameters<Handlers['duty.readSheet']>[1];

async function readIn(desk: Desk, plans: Planning, { team, month, file, store, caller }: Question) {
  const days = monthDays(month);
  const range = { from: days[0] ?? '', to: days.at(-1) ?? '' };
  const sheet = dutySheet(store, { team, ...range, language: caller.language });
  if (sheet === null) return noTeam();
  const posts = sheet.posts.map((post) => ({ id: post.id, name: post.name, title: postTitle(post) }));
  const read = await orRefusal(readRoster({ file, range, posts, people: sheet.people }));
  if (read instanceof Refusal) return read;
  // Only now: the store may have moved on while the sheet was read.
  const standing = readMonth(store, team, month);
  if (standing === null) return noTeam();
  const made = sheetRoster(standing, read, todayOf(desk));
  if (made instanceof Refused) return refusalOf(made);
  const { found, added, removed, past } = made;
  return {
    job: plans.offer({ team, month, found, standing }),
    duties: found.assignments,
    days: read.days.length,
    posts: read.posts,
    added,
    removed,
    unknownColumns: read.unknownColumns,
    problems: [
      ...read.problems,
      ...past.map(({ date }) => ({ row: 0, column: 0, value: date, code: 'past' as const })),
    ],
  };
}

/** A file that is no sheet, or holds no roster, is a refusal with its sentence. */
async function orRefusal(reading: Promise<RosterRead>): Promise<RosterRead | Refusal> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SheetRefused) return new Refusal('exchange', error.refusal.code);
    if (error instanceof NoRosterInSheet) return new Refusal('refused', 'duty-no-roster');
    throw error;
  }
}
