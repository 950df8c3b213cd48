import type { Ref } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { formatCount, formatLongDay, useText } from '../../text/index.ts';
import { DayRows } from '../home/day-rows.tsx';
import { dueWork, workName } from '../home/due-words.ts';
import type { CalendarDay } from './calendar-screen.tsx';
import { dayKindText } from './day-kind-text.ts';

interface Properties {
  readonly ref: Ref<HTMLElement>;
  /** `null` until it is known. */
  readonly day: CalendarDay | null;
  readonly today: string;
}

/** What the chosen day holds: its kind, what is due and the rows, who is on duty. */
export function DayPanel({ ref, day, today }: Properties) {
  const { t, language } = useText();
  if (day === null) return <aside ref={ref} className="calendar-panel" tabIndex={-1} />;
  return (
    <aside
      ref={ref}
      className="calendar-panel"
      tabIndex={-1}
      aria-label={formatLongDay(day.day, language)}
      aria-live="polite"
    >
      <h2>{formatLongDay(day.day, language)}</h2>
      <p className="soft">{dayKindText(day, { t, language })}</p>
      <h3>{t('calendar.due')}</h3>
      {day.dues.length === 0 ? (
        <p className="soft">{t('calendar.due.none')}</p>
      ) : (
        <>
          <DueLines day={day} />
          <DayRows of={day.day} today={today} />
        </>
      )}
      <h3>{t('calendar.duty')}</h3>
      {day.duty.length === 0 && <p className="soft">{t('calendar.duty.none')}</p>}
      {day.duty.map(({ team, name, people }) => (
        <section key={team} className="calendar-panel-duty" aria-label={name}>
          <p className="soft">{name}</p>
          <ul>
            {people.map((person) => (
              <li key={`${person.post} ${person.name}`}>
                <span className="soft">{person.post}</span>
                <strong>{person.name}</strong>
                <span>{person.phone}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

/** Counts by kind of work; each opens the list with the very rows. */
function DueLines({ day }: { readonly day: CalendarDay }) {
  const { t, label } = useText();
  const navigation = useNavigation();
  return (
    <div className="calendar-panel-kinds">
      {day.dues.map((due) => {
        const work = dueWork(due);
        if (work === null) return null;
        const name = workName(work, label);
        return (
          <button
            key={`${due.ledger} ${due.place}`}
            type="button"
            aria-label={t('calendar.due.open', { work: name, count: due.count })}
            onClick={() => navigation.openList(due.ledger, { where: due.where })}
          >
            {name} <b>{formatCount(due.count)}</b>
          </button>
        );
      })}
    </div>
  );
}
