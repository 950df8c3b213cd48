import { chinaClock, chinaDayEnd } from '../../../db/model/office-time.ts';
import type { Input, Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useShown } from '../../app/use-shown.ts';
import { shortTitle, useTown } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { Answer } from '../../ui/index.ts';
import { dayName } from '../../text/month.ts';
import { dueWork, workName } from './due-words.ts';
import { useGettingLate } from './use-getting-late.ts';

/** Rows shown; the lists behind the numbers show all. */
const SHOWN = 100;

type Row = Output<'day.rows'>['rows'][number];

interface Properties {
  /** A bucket or a day. */
  readonly of: Input<'day.rows'>['of'];
  readonly person?: string;
  /** The office's day, from which lateness is counted. */
  readonly today: string;
}

/** Records that are due, earliest first; each opens at the field it is due by. */
export function DayRows({ of, person, today }: Properties) {
  const { t } = useText();
  const question = { of, limit: SHOWN, ...(person === undefined ? {} : { person }) };
  const asked = useShown('day.rows', question);
  useGettingLate(asked.refresh);
  return (
    <Answer of={asked}>
      {(value) =>
        value.rows.length === 0 ? (
          <p className="soft day-rows-none">{t('day.rows.none')}</p>
        ) : (
          <>
            <ul className="day-rows">
              {value.rows.map((row) => (
                <RowLine
                  key={`${row.ledger} ${row.place} ${row.id}`}
                  row={row}
                  today={today}
                  now={value.now}
                />
              ))}
            </ul>
            {value.hasMore && <p className="soft">{t('day.rows.more', { count: SHOWN })}</p>}
          </>
        )
      }
    </Answer>
  );
}

interface LineProperties {
  readonly row: Row;
  readonly today: string;
  /** The moment asked at, UTC. */
  readonly now: string;
}

function RowLine({ row, today, now }: LineProperties) {
  const { t, label, language } = useText();
  const navigation = useNavigation();
  const town = useTown();
  const work = dueWork(row);
  if (work === null) return null;
  const title = shortTitle(row.ledger, row.title, town);
  const said = workName(work, label);
  const open = () => navigation.openRecord(row.ledger, row.id, { field: work.field });
  return (
    <li>
      <button type="button" onClick={open}>
        <span className="day-row-when">
          {row.day.slice(0, 4) === today.slice(0, 4) ? dayName(row.day, language) : row.day}{' '}
          {row.at !== null && row.at !== chinaDayEnd(row.day) && chinaClock(new Date(row.at)).slice(11, 16)}
        </span>
        <strong className="day-row-title" title={title}>
          {title}
        </strong>
        <span className="soft day-row-work" title={said}>
          {said}
        </span>
        <span className="day-row-person" title={row.person}>
          {row.person}
        </span>
        <span className="day-row-late">
          {row.day < today && t('day.rows.late', { count: daysLate(row.day, today) })}
          {row.day === today &&
            row.at !== null &&
            work.isAppointment !== true &&
            row.at < now &&
            t('day.rows.passed')}
        </span>
      </button>
    </li>
  );
}

const daysLate = (day: string, today: string): number =>
  Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
