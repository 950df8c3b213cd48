import { WarningOutlined } from '@ant-design/icons';
import { useEffect, useRef, useSyncExternalStore, type KeyboardEvent } from 'react';
import { areas } from '../../../db/model/define-ledger.ts';
import { formatCount, useText } from '../../text/index.ts';
import { dayName, dayNumber, monthName, monthOf, weekdayName } from '../../text/month.ts';
import { dueWork, workName } from '../home/due-words.ts';
import { type CalendarView, dayByKey } from './calendar-days.ts';
import type { CalendarDay } from './calendar-screen.tsx';
import { dayKindText } from './day-kind-text.ts';

/** People on duty told in a cell of a month; the rest stands beside the calendar. */
const SHOWN_PEOPLE = 2;
/** Height of a line of a cell, and of everything on the screen that is no week of a month. Pixels, see calendar.css. */
const LINE_PX = 16;
const AROUND_PX = 216;
/** Number of the day, who is on duty, and the air around. */
const OWN_PX = 42;

interface Properties {
  readonly weeks: readonly (readonly string[])[];
  readonly days: ReadonlyMap<string, CalendarDay>;
  readonly view: CalendarView;
  /** The chosen day. */
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
  /** Chosen with Enter: what it holds takes the focus. */
  readonly onOpen: (day: string) => void;
}

/** The days as a grid; one of them can be reached with Tab, the others with the arrows. */
export function CalendarGrid({ weeks, days, view, day, today, onDay, onOpen }: Properties) {
  const { t, language } = useText();
  const grid = useRef<HTMLTableElement>(null);
  const walks = useRef(false);
  useEffect(() => {
    if (!walks.current) return;
    walks.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(day);
      return;
    }
    const next = dayByKey(event.key, day, today);
    if (next === null) return;
    event.preventDefault();
    walks.current = true;
    onDay(next);
  };
  const shownMonth = monthOf(day);
  const lines = useLines(weeks.length);
  return (
    <table
      ref={grid}
      className={`calendar-grid calendar-${view}`}
      // Days are walked by keys and chosen: the date grid of WAI-ARIA, whose element is a table.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      aria-label={t('calendar.grid', { month: monthName(shownMonth, language) })}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          {weeks[0]?.map((one) => (
            <th key={one} scope="col">
              {weekdayName(one, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((one) => (
              <DayCell
                key={one}
                day={one}
                held={days.get(one)}
                lines={view === 'week' ? null : lines}
                isChosen={one === day}
                isToday={one === today}
                isOutside={view === 'month' && monthOf(one) !== shownMonth}
                onChoose={() => onDay(one)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProperties {
  readonly day: string;
  readonly held: CalendarDay | undefined;
  /** Lines there is room for; `null` = everything is told. */
  readonly lines: number | null;
  readonly isChosen: boolean;
  readonly isToday: boolean;
  /** A day of the month before or after. */
  readonly isOutside: boolean;
  readonly onChoose: () => void;
}

function DayCell({ day, held, lines, isChosen, isToday, isOutside, onChoose }: CellProperties) {
  const { t, language } = useText();
  const kind = held?.kind ?? 'working';
  const said = t('calendar.day', {
    day: `${dayName(day, language)} ${weekdayName(day, language)}`,
    kind: held === undefined ? '' : dayKindText(held, { t, language }),
    count: held === undefined ? 0 : held.dues.reduce((sum, due) => sum + due.count, 0),
  });
  const classes = [
    'calendar-day',
    `calendar-day-${kind}`,
    isToday ? 'calendar-day-today' : '',
    isOutside ? 'calendar-day-outside' : '',
  ];
  return (
    <td
      className={classes.join(' ')}
      data-day={day}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onClick={onChoose}
    >
      <div className="calendar-day-head">
        <span className="visually-hidden">{said}</span>
        <strong aria-hidden>{dayNumber(day) === 1 ? dayName(day, language) : dayNumber(day)}</strong>
        {held !== undefined && <KindMark held={held} />}
      </div>
      {held !== undefined && <Held held={held} lines={lines} />}
    </td>
  );
}

/** The holiday, or the one a worked weekend makes up for. */
function KindMark({ held: { kind, name } }: { readonly held: CalendarDay }) {
  const { t, language } = useText();
  if (kind !== 'holiday' && kind !== 'make-up') return null;
  return (
    <span className="calendar-day-kind">
      {name === null ? '' : name[language]} {t(kind === 'holiday' ? 'calendar.off' : 'calendar.on')}
    </span>
  );
}

const Held = (part: PartProperties) => (
  <>
    <Dues {...part} />
    <Duty {...part} />
  </>
);

interface PartProperties {
  readonly held: CalendarDay;
  readonly lines: number | null;
}

/** Counts: by module where there is little room, else by kind of work. */
function Dues({ held, lines }: PartProperties) {
  const { t, label } = useText();
  const counts = new Map<string, { readonly count: number; readonly late: number }>();
  for (const due of held.dues) {
    const work = dueWork(due);
    if (work === null) continue;
    const name = lines === null ? workName(work, label) : label(areas[work.area]);
    const { count, late } = counts.get(name) ?? { count: 0, late: 0 };
    counts.set(name, { count: count + due.count, late: late + due.late });
  }
  const all = [...counts].toSorted(([, a], [, b]) => b.count - a.count);
  // The last line is for what has none.
  const room = lines === null || all.length <= lines ? all.length : lines - 1;
  return (
    <ul className="calendar-dues">
      {all.slice(0, room).map(([name, { count, late }]) => (
        <li key={name}>
          <span>{name}</span>{' '}
          <b className={late > 0 ? 'calendar-late' : ''}>
            {late > 0 && <WarningOutlined aria-label={t('calendar.late', { count: late })} />}
            {formatCount(count)}
          </b>
        </li>
      ))}
      {all.length > room && <li className="soft">{t('calendar.more', { count: all.length - room })}</li>}
    </ul>
  );
}

/** Who is on duty; of the first team in a month, of all in a week. */
function Duty({ held, lines }: PartProperties) {
  const { t } = useText();
  const teams = lines === null ? held.duty : held.duty.slice(0, 1);
  return teams.map(({ team, people }) => (
    <p key={team} className="calendar-duty">
      {t('calendar.duty.short', {
        names: people
          .slice(0, lines === null ? people.length : SHOWN_PEOPLE)
          .map(({ name }) => name)
          .join(t('list.comma')),
      })}
    </p>
  ));
}

const onResize = (listener: () => void) => {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
};

/** Lines a cell has for what is due, so that a month fits the screen. */
function useLines(weeks: number): number {
  const height = useSyncExternalStore(onResize, () => window.innerHeight);
  return Math.max(2, Math.floor(((height - AROUND_PX) / weeks - OWN_PX) / LINE_PX));
}
