import type { Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useShown } from '../../app/use-shown.ts';
import { ledgerOf, shortTitle, useTown } from '../../data/index.ts';
import { formatCount, formatDay, formatInstant, useText } from '../../text/index.ts';
import { dayName } from '../../text/month.ts';
import { Answer } from '../../ui/index.ts';
import type { Board } from './due-words.ts';

/** Cases shown for each who is to be told; the lists behind the numbers show all. */
const SHOWN = 50;

type Group = Output<'day.told'>[number];
type Row = Group['rows'][number];

interface Properties {
  readonly board: Board;
  readonly person?: string;
}

/** Late steps by who is to be told of them: the level reached and since when; each opens its case. */
export function DayTold({ board, person }: Properties) {
  const { t } = useText();
  const question = { limit: SHOWN, ...(person === undefined ? {} : { person }) };
  const asked = useShown('day.told', question);
  return (
    <Answer of={asked}>
      {(value) =>
        value.length === 0 ? (
          <p className="soft day-rows-none">{t('day.told.none')}</p>
        ) : (
          value.map((group) => (
            <ToldGroup
              key={group.to.zh}
              group={group}
              told={board.told.find(({ to }) => to.zh === group.to.zh)}
              today={board.today}
            />
          ))
        )
      }
    </Answer>
  );
}

interface GroupProperties {
  readonly group: Group;
  /** The numbers of the group; they may be some moments older than its rows. */
  readonly told: Board['told'][number] | undefined;
  readonly today: string;
}

function ToldGroup({ group, told, today }: GroupProperties) {
  const { t, label } = useText();
  const navigation = useNavigation();
  const to = label(group.to);
  // Cases of one ledger stand below its name; of several, each says its own.
  const isLedgerSaid = new Set(group.rows.map(({ ledger }) => ledger)).size > 1;
  return (
    <section className="day-told-group" aria-label={to}>
      <h3>
        {to}
        {told?.levels.map(({ ledger, state, level, count, isExact, where }) => {
          const name = label(ledgerOf(ledger)?.label ?? { zh: ledger, en: ledger });
          const number = `${formatCount(count)}${isExact ? '' : '+'}`;
          return (
            <button
              key={`${ledger} ${state} ${level}`}
              type="button"
              className="day-link"
              aria-label={t('day.told.open', { to, ledger: name, count: number })}
              onClick={() => navigation.openList(ledger, { where })}
            >
              {t('day.told.of', { ledger: name, count: number })}
            </button>
          );
        })}
      </h3>
      <ul className="day-rows day-told-rows">
        {group.rows.map((row) => (
          <ToldRow key={`${row.ledger} ${row.id}`} row={row} today={today} isLedgerSaid={isLedgerSaid} />
        ))}
      </ul>
      {group.hasMore && <p className="soft">{t('day.told.more', { count: SHOWN })}</p>}
    </section>
  );
}

function ToldRow({
  row,
  today,
  isLedgerSaid,
}: {
  readonly row: Row;
  readonly today: string;
  readonly isLedgerSaid: boolean;
}) {
  const { t, label, language } = useText();
  const navigation = useNavigation();
  const town = useTown();
  const dayOf = (at: string): string => {
    const day = formatDay(at);
    return day.slice(0, 4) === today.slice(0, 4) ? dayName(day, language) : day;
  };
  const { level, levels } = row;
  const title = shortTitle(row.ledger, row.title, town);
  const ledger = label(ledgerOf(row.ledger)?.label ?? { zh: row.ledger, en: row.ledger });
  const work = isLedgerSaid ? `${ledger} · ${row.state}` : row.state;
  return (
    <li>
      <button type="button" onClick={() => navigation.openRecord(row.ledger, row.id, { field: row.field })}>
        <span className="day-row-level" title={t('day.told.level.of', { level, levels })}>
          {t('day.told.level', { level })}
        </span>
        <span className="day-told-since" title={formatInstant(row.since)}>
          {t('day.told.since', { at: dayOf(row.since) })}
        </span>
        <strong className="day-row-title" title={title}>
          {title}
        </strong>
        <span className="soft" title={work}>
          {work}
        </span>
        <span className="day-row-person" title={row.person}>
          {row.person}
        </span>
        <span className="soft" title={formatInstant(row.due)}>
          {t('day.told.due', { at: dayOf(row.due) })}
        </span>
      </button>
    </li>
  );
}

/** Who is to be told of how many late steps, in one line above the work; none takes no room. */
export function ToldLine({ board, onShow }: { readonly board: Board; readonly onShow: () => void }) {
  const { t, label } = useText();
  if (board.told.length === 0) return null;
  return (
    <button type="button" className="day-told-line" onClick={onShow}>
      <span className="day-row-late">{t('day.told')}</span>
      {board.told.map(({ to, count, isExact }) => (
        <span key={to.zh}>
          {label(to)}{' '}
          <strong>
            {formatCount(count)}
            {isExact ? '' : '+'}
          </strong>
        </span>
      ))}
    </button>
  );
}
