import { dueBuckets, type DueBucket } from '../../../db/model/calendar/due-days.ts';
import { useText } from '../../text/index.ts';
import { DueNumber } from './due-number.tsx';
import type { Board } from './due-words.ts';

/** People the data process tells of. */
const MOST_PEOPLE = 200;

interface Properties {
  readonly board: Board;
  /** Shows everything of one person. */
  readonly onPerson: (name: string) => void;
  /** Shows the rows of one person. */
  readonly onRows: (name: string, bucket: DueBucket) => void;
}

/** The day's work by who has to do it. */
export function DayPeople({ board, onPerson, onRows }: Properties) {
  const { t } = useText();
  return (
    <>
      <table className="day-table">
        <thead>
          <tr>
            <th scope="col" className="day-table-word">
              {t('day.person')}
            </th>
            <th scope="col">{t('day.overdue')}</th>
            <th scope="col">{t('day.today')}</th>
            <th scope="col">{t('day.week')}</th>
            <th scope="col">{t('day.missing')}</th>
          </tr>
        </thead>
        <tbody>
          {board.people.map((person) => {
            const name = person.name === '' ? t('day.person.nobody') : person.name;
            return (
              <tr key={person.name}>
                <td className="day-table-work">
                  <button type="button" className="day-link" onClick={() => onPerson(person.name)}>
                    {name}
                  </button>
                </td>
                {dueBuckets.map((bucket) => (
                  <td key={bucket} className="day-table-number">
                    <DueNumber
                      count={person[bucket]}
                      tone={bucket}
                      label={t('day.people.open', {
                        name,
                        bucket: t(`day.${bucket}`),
                        count: person[bucket],
                      })}
                      onOpen={() => onRows(person.name, bucket)}
                    />
                  </td>
                ))}
                <td className="day-table-number">
                  <DueNumber
                    count={person.missing}
                    tone="missing"
                    label={t('day.people.open', { name, bucket: t('day.missing'), count: person.missing })}
                    onOpen={() => onPerson(person.name)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {board.people.length >= MOST_PEOPLE && (
        <p className="soft">{t('day.people.first', { count: MOST_PEOPLE })}</p>
      )}
    </>
  );
}
