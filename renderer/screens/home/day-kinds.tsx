import { Button } from 'antd';
import { Fragment } from 'react';
import { areas } from '../../../db/model/define-ledger.ts';
import { dueBuckets } from '../../../db/model/calendar/due-days.ts';
import { useNavigation } from '../../app/navigation.ts';
import { formatCount, useText } from '../../text/index.ts';
import { monthName } from '../../text/month.ts';
import { DueNumber } from './due-number.tsx';
import { byArea, type Board, dueWork, wantWork, type Work, workName } from './due-words.ts';

type DueLine = Board['dues'][number];
type WantLine = Board['wants'][number];
type RosterLine = Board['rosters'][number];

type Line = { readonly work: Work } & (
  { readonly due: DueLine } | { readonly want: WantLine } | { readonly roster: RosterLine }
);

/** The day's work by module: one line for each kind of work, every number opens the list with the very rows. */
export function DayKinds({ board }: { readonly board: Board }) {
  const { t, label } = useText();
  return (
    <table className="day-table">
      <thead>
        <tr>
          <th scope="col" className="day-table-word">
            {t('day.kinds.module')}
          </th>
          <th scope="col" className="day-table-word">
            {t('day.kinds.work')}
          </th>
          <th scope="col">{t('day.overdue')}</th>
          <th scope="col">{t('day.today')}</th>
          <th scope="col">{t('day.week')}</th>
          <th scope="col">{t('day.missing')}</th>
        </tr>
      </thead>
      <tbody>
        {byArea(linesOf(board)).map(({ area, lines }) => (
          <Fragment key={area}>
            {lines.map((line, index) => (
              <tr key={keyOf(line)} className={index === 0 ? 'day-table-first' : ''}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={lines.length}>
                    {label(areas[area])}
                  </th>
                )}
                <LineCells line={line} />
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function LineCells({ line }: { readonly line: Line }) {
  if ('due' in line) return <DueCells due={line.due} work={line.work} />;
  if ('want' in line) return <WantCells want={line.want} work={line.work} />;
  return <RosterCells roster={line.roster} />;
}

function DueCells({ due, work }: { readonly due: DueLine; readonly work: Work }) {
  const { t, label } = useText();
  const navigation = useNavigation();
  const name = workName(work, label);
  return (
    <>
      <td className="day-table-work">{name}</td>
      {dueBuckets.map((bucket) => (
        <td key={bucket} className="day-table-number">
          <DueNumber
            count={due[bucket]}
            isExact={due.isExact}
            tone={bucket}
            label={t(`day.open.${bucket}`, { work: name, count: due[bucket] })}
            onOpen={() => navigation.openList(due.ledger, { where: due.where[bucket] })}
          />
        </td>
      ))}
      <td className="day-table-number">
        <span className="due-none">–</span>
      </td>
    </>
  );
}

function WantCells({ want, work }: { readonly want: WantLine; readonly work: Work }) {
  const { t, label } = useText();
  const navigation = useNavigation();
  const name = `${label(work.ledger)} · ${t('day.kinds.lacking', { what: label(work.label) })}`;
  return (
    <>
      <td className="day-table-work" colSpan={4}>
        {name}
      </td>
      <td className="day-table-number">
        <DueNumber
          count={want.missing}
          isExact={want.isExact}
          tone="missing"
          label={t('day.open.missing', { work: name, count: formatCount(want.missing) })}
          onOpen={() => navigation.openList(want.ledger, { where: want.where })}
        />
      </td>
    </>
  );
}

function RosterCells({ roster }: { readonly roster: RosterLine }) {
  const { t, language } = useText();
  const navigation = useNavigation();
  return (
    <>
      <td className="day-table-work" colSpan={4}>
        {t(roster.isDraft ? 'day.kinds.roster.draft' : 'day.kinds.roster', {
          team: roster.name,
          month: monthName(roster.month, language),
        })}
      </td>
      <td className="day-table-number">
        <Button type="link" size="small" onClick={() => navigation.openScreen('duty')}>
          {t('day.kinds.roster.go')}
        </Button>
      </td>
    </>
  );
}

/** What is due, what is missing and the rosters not out yet, each with its area. */
function linesOf({ dues, wants, rosters }: Board): readonly Line[] {
  return [
    ...dues.flatMap((due): readonly Line[] => {
      const work = dueWork(due);
      return work === null ? [] : [{ due, work }];
    }),
    ...wants.flatMap((want): readonly Line[] => {
      const work = wantWork(want);
      return work === null ? [] : [{ want, work }];
    }),
    ...rosters.map((roster): Line => ({ roster, work: dutyWork })),
  ];
}

/** Rosters are no rows that are due, but stand with the area of duty. */
const dutyWork: Work = {
  area: 'duty',
  ledger: areas.duty,
  label: areas.duty,
  field: '',
};

function keyOf(line: Line): string {
  if ('due' in line) return `due ${line.due.ledger} ${line.due.place}`;
  if ('want' in line) return `want ${line.want.ledger} ${line.want.place}`;
  return `roster ${line.roster.team} ${line.roster.month}`;
}
