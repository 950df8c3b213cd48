import { dueDays } from '../../model/calendar/due-days.ts';
import { type Localized, words } from '../../model/localized.ts';
import { ledgerById } from '../../model/registry.ts';
import { chinaDay, chinaDayEnd, chinaDayStart } from '../../model/office-time.ts';
import { calendarOf } from '../../duty/file-calendar.ts';
import { missingRosters } from '../../duty/missing-rosters.ts';
import { dayBoard, dayRows, toldBoard, toldRows } from '../../store/index.ts';
import { UsageError } from '../refusal.ts';
import { dayOr, storeCommand } from '../with-store.ts';

/** Rows printed with `--rows`. */
const MOST_ROWS = 500;

/** `zw due`: the day's work: what is late, due today, due this week, and what records lack. */
export const dueCommand = storeCommand({
  name: 'due',
  summary: words(
    '当天的工作：超期、今日到期、本周到期、缺少的材料',
    'The day’s work: late, due today, due this week, and what is missing',
  ),
  positionals: [],
  options: {
    day: { type: 'string', value: 'DAY', help: words('哪一天，默认今天', 'The day; default today') },
    by: {
      type: 'string',
      value: 'person',
      help: words('按责任人列出', 'Add who has to do it'),
    },
    person: { type: 'string', value: 'NAME', help: words('只看某人的', 'Only what this person has to do') },
    rows: { type: 'boolean', help: words('列出每条记录', 'Add the records themselves') },
  },
  prints:
    '{now, today, weekEnd, isKnown, dues:[{ledger, due, label, overdue, today, week, isExact, where:{overdue, today, week}}], wants:[{ledger, field, label, missing, isExact, where}], rosters:[{team, name, month, isDraft}], escalations:[{to, count, isExact, levels:[{ledger, state, level, levels, count, isExact, where}]}], people?:[{name, overdue, today, week, missing}], rows?:[{ledger, due, id, title, day, at, person}], escalated?:[{to, rows:[{ledger, id, title, subtitle, state, field, level, levels, due, since, person}], hasMore}]}',
  run: (store, input, { caller, language, now }) => {
    const { options } = input;
    const day = dayOr(input, chinaDay(now()));
    if (options['by'] !== undefined && options['by'] !== 'person')
      throw new UsageError(words('--by 只能是 person', '--by takes person only'));
    const calendar = calendarOf(store);
    const inWords = <T extends { readonly to: Localized }>({ to, ...rest }: T) => ({
      to: to[language],
      ...rest,
    });
    const isToday = day === chinaDay(now());
    // Another day is looked at as it begins: nothing of it has passed.
    const days = dueDays(isToday ? now() : new Date(chinaDayStart(day)), calendar);
    // Levels of lateness are told as they are when another day ends.
    const at = isToday ? now() : new Date(chinaDayEnd(day));
    const person = typeof options['person'] === 'string' ? { person: options['person'] } : {};
    const question = { days, ledgers: ledgerById, ...person };
    const board = dayBoard(store, question, caller);
    const dueAt = ({ ledger, place }: { readonly ledger: string; readonly place: number }) =>
      ledgerById.get(ledger)?.dues[place];
    return {
      ...days,
      isKnown: calendar.isKnown(days.today, days.weekEnd),
      dues: board.dues.map(({ ledger, place, ...line }) => {
        const due = dueAt({ ledger, place });
        return { ledger, due: due?.field, label: due?.label[language], ...line };
      }),
      wants: board.wants.map(({ ledger, place, ...line }) => {
        const want = ledgerById.get(ledger)?.wants[place];
        return { ledger, field: want?.field, label: want?.label[language], ...line };
      }),
      rosters: missingRosters(store, day),
      escalations: toldBoard(store, { at, ...person }, caller).map(inWords),
      ...(options['by'] === 'person' ? { people: board.people } : {}),
      ...(options['rows'] === true
        ? {
            rows: dayRows(store, { ...question, of: { to: days.weekEnd }, limit: MOST_ROWS }, caller).map(
              ({ ledger, place, ...row }) => ({ ledger, due: dueAt({ ledger, place })?.field, ...row }),
            ),
            escalated: toldRows(store, { at, ...person, limit: MOST_ROWS - 1 }, caller).map(inWords),
          }
        : {}),
    };
  },
});
