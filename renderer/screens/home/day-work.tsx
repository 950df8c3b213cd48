import { Segmented, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { dueBuckets, type DueBucket } from '../../../db/model/calendar/due-days.ts';
import { useShown } from '../../app/use-shown.ts';
import { formatCount, useText } from '../../text/index.ts';
import { EmptyState, FailureNotice, Panel } from '../../ui/index.ts';
import { dayName } from '../../text/month.ts';
import { DayKinds } from './day-kinds.tsx';
import { DayPeople } from './day-people.tsx';
import { DayRows } from './day-rows.tsx';
import { DayTold, ToldLine } from './day-told.tsx';
import type { Board } from './due-words.ts';
import { useGettingLate } from './use-getting-late.ts';

type View = 'kinds' | 'people' | 'rows' | 'told';
const views: readonly View[] = ['kinds', 'people', 'rows', 'told'];

/** The day's work as it stands now, asked anew when records change and as limits run out. */
export function useBoard(person: string | null) {
  const board = useShown('day.board', person === null ? {} : { person });
  useGettingLate(board.refresh);
  return board;
}

/** What must be done: by kind of work, by person, or row by row. */
export function DayWork() {
  const { t } = useText();
  const [person, setPerson] = useState<string | null>(null);
  const [view, setView] = useState<View>('kinds');
  const [bucket, setBucket] = useState<DueBucket | null>(null);
  const { value: board, failure, isSlow, refresh } = useBoard(person);
  const showRows = (next: DueBucket, of: string | null = person) => {
    setPerson(of);
    setBucket(next);
    setView('rows');
  };
  const actions = board !== undefined && board.people.length > 0 && (
    <div className="day-work-tools">
      <PersonChoice people={board.people} person={person} onPerson={setPerson} />
      <Segmented<View>
        aria-label={t('day.view')}
        value={view}
        options={views.map((value) => ({ value, label: t(`day.view.${value}`) }))}
        onChange={setView}
      />
    </div>
  );
  return (
    <Panel title={t('day.work')} actions={actions}>
      {failure !== null && <FailureNotice failure={failure} onRetry={refresh} />}
      {board === undefined && isSlow && <Skeleton active paragraph={{ rows: 6 }} title={false} />}
      {board !== undefined && (
        <>
          <Totals board={board} chosen={view === 'rows' ? bucketOf(board, bucket) : null} onRows={showRows} />
          <ToldLine board={board} onShow={() => setView('told')} />
          <div className="day-work-body">
            <Body
              view={view}
              board={board}
              bucket={bucketOf(board, bucket)}
              person={person}
              onPerson={(name) => {
                setPerson(name);
                setView('kinds');
              }}
              onRows={(name, next) => showRows(next, name)}
            />
          </div>
        </>
      )}
    </Panel>
  );
}

interface BodyProperties {
  readonly view: View;
  readonly board: Board;
  readonly bucket: DueBucket;
  readonly person: string | null;
  readonly onPerson: (name: string) => void;
  readonly onRows: (name: string, bucket: DueBucket) => void;
}

function Body({ view, board, bucket, person, onPerson, onRows }: BodyProperties) {
  const of = person === null ? {} : { person };
  if (isNothing(board)) return <NothingDue isOfPerson={person !== null} />;
  if (view === 'kinds') return <DayKinds board={board} />;
  if (view === 'people') return <DayPeople board={board} onPerson={onPerson} onRows={onRows} />;
  if (view === 'told') return <DayTold board={board} {...of} />;
  return <DayRows of={bucket} today={board.today} {...of} />;
}

/** The bucket somebody chose, else the most urgent that holds anything. */
const bucketOf = (board: Board, chosen: DueBucket | null): DueBucket =>
  chosen ?? dueBuckets.find((bucket) => sumOf(board, bucket) > 0) ?? 'today';

const sumOf = ({ dues }: Board, bucket: DueBucket): number => dues.reduce((sum, due) => sum + due[bucket], 0);

const isNothing = ({ dues, wants, rosters }: Board): boolean =>
  dues.length + wants.length + rosters.length === 0;

interface TotalsProperties {
  readonly board: Board;
  /** The bucket whose rows are shown. */
  readonly chosen: DueBucket | null;
  readonly onRows: (bucket: DueBucket) => void;
}

/** The three numbers of the day. */
function Totals({ board, chosen, onRows }: TotalsProperties) {
  const { t, language } = useText();
  const isExact = board.dues.every((due) => due.isExact);
  return (
    <div className="day-totals">
      {dueBuckets.map((bucket) => {
        const count = sumOf(board, bucket);
        return (
          <button
            key={bucket}
            type="button"
            className={`day-total ${count > 0 ? `due-${bucket}` : ''}`}
            aria-pressed={chosen === bucket}
            onClick={() => onRows(bucket)}
          >
            <span>{t(`day.${bucket}`)}</span>
            <strong>
              {formatCount(count)}
              {isExact ? '' : '+'}
            </strong>
            {bucket === 'week' && (
              <small>{t('day.week.until', { day: dayName(board.weekEnd, language) })}</small>
            )}
          </button>
        );
      })}
    </div>
  );
}

function NothingDue({ isOfPerson }: { readonly isOfPerson: boolean }) {
  const { t } = useText();
  return isOfPerson ? (
    <p className="soft">{t('day.none.person')}</p>
  ) : (
    <EmptyState title={t('day.none.title')} body={t('day.none.body')} />
  );
}

interface PersonProperties {
  readonly people: Board['people'];
  readonly person: string | null;
  readonly onPerson: (name: string | null) => void;
}

function PersonChoice({ people, person, onPerson }: PersonProperties) {
  const { t } = useText();
  const names = people.map(({ name }) => name);
  const all = person === null || names.includes(person) ? names : [person, ...names];
  return (
    <Select<string>
      className="day-person"
      aria-label={t('day.person')}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder={t('day.person.all')}
      value={person}
      options={all.map((name) => ({ value: name, label: name === '' ? t('day.person.nobody') : name }))}
      onChange={(name: string | undefined) => onPerson(name ?? null)}
    />
  );
}
