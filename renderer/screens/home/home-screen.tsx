import { yearOf } from '../../../db/model/calendar/day-arithmetic.ts';
import { formatLongDay, today, useText } from '../../text/index.ts';
import { dayKindText } from '../calendar/day-kind-text.ts';
import { DayWork, useBoard } from './day-work.tsx';
import { DutyNow } from './duty-now.tsx';
import { ExchangeFigures } from './exchange-figures.tsx';
import { EmptyTown, LedgerCounts } from './ledger-counts.tsx';
import { QuickActions } from './quick-actions.tsx';
import { RecentBatches } from './recent-batches.tsx';
import './home.css';

/** First page of the day: what must be done, who is on duty, what waits in the exchange, and how to begin. */
export function HomeScreen() {
  return (
    <div className="home">
      <div className="home-head">
        <Today />
        <QuickActions />
      </div>
      <EmptyTown />
      <div className="home-columns">
        <DayWork />
        <div className="home-side">
          <DutyNow />
          <ExchangeFigures />
          <LedgerCounts />
        </div>
      </div>
      <RecentBatches />
    </div>
  );
}

/** The office's day and what kind of day it is. */
function Today() {
  const { t, language } = useText();
  const { value } = useBoard(null);
  const day = value?.today ?? today();
  return (
    <div className="home-today">
      <h1>{formatLongDay(day, language)}</h1>
      {value !== undefined && (
        <span className="soft">
          {dayKindText(value.kind, { t, language })}
          {!value.kind.isKnown && `（${t('day.unknown', { year: String(yearOf(day)) })}）`}
        </span>
      )}
    </div>
  );
}
