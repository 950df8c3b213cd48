import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { newId, useAction, useAsk, useJobCall } from '../../data/index.ts';
import type { Job } from '../../data/index.ts';
import { formatCount, useText } from '../../text/index.ts';
import { EmptyState, FailureNotice, ProgressPanel } from '../../ui/index.ts';
import { changedDaysText } from './changed-days.ts';
import { DeadlineTable, type Look } from './deadline-table.tsx';
import './deadlines.css';

/** Deadlines shown; all of them are moved. */
const SHOWN = 500;

/** Deadlines that were given out before the holiday calendar changed: shown, then moved or left as they are. */
export function DeadlinesScreen() {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const { value, failure, isSlow, refresh } = useAsk('deadline.look', {
    lines: SHOWN,
    ...(all ? { all } : {}),
  });
  const moving = useMoving(all, refresh);
  const problem = failure ?? moving.failure;
  return (
    <div className="screen deadlines">
      <h1>{t('deadlines.title')}</h1>
      <p className="soft">{t('deadlines.body')}</p>
      {problem && <FailureNotice failure={problem} onRetry={refresh} />}
      {/* Taken back, or the calendar changed again: what was done is no longer what there is to say. */}
      {moving.job?.state === 'done' && value?.count === 0 && <Moved job={moving.job} />}
      {moving.job?.state === 'running' ? (
        <ProgressPanel title={t('deadlines.moving')} job={moving.job} onCancel={moving.cancel} />
      ) : value === undefined ? (
        isSlow && <Skeleton active paragraph={{ rows: 6 }} title={false} />
      ) : (
        <Found look={value} all={all} onAll={() => setAll(true)} moving={moving} />
      )}
    </div>
  );
}

function useMoving(all: boolean, refresh: () => void) {
  const { start, job, isBusy, failure, cancel } = useJobCall('deadline.move');
  const keep = useAction('deadline.keep');
  return {
    job,
    isBusy: isBusy || keep.isBusy,
    failure: keep.failure ?? failure,
    cancel,
    move: () => start({ batch: newId(), ...(all ? { all } : {}) }),
    keep: async () => {
      if ((await keep.run({})) !== null) refresh();
    },
  };
}

interface FoundProperties {
  readonly look: Look;
  readonly all: boolean;
  readonly onAll: () => void;
  readonly moving: ReturnType<typeof useMoving>;
}

/** What would move, and the decision; or that nothing does. */
function Found({ look, all, onAll, moving }: FoundProperties) {
  const { t, language } = useText();
  const navigation = useNavigation();
  const { count, kept, lines, days } = look;
  const allButton = !all && (
    <Button onClick={onAll} title={t('deadlines.all.hint')}>
      {t('deadlines.all')}
    </Button>
  );
  if (count + kept === 0)
    return (
      <EmptyState title={t('deadlines.none')} body={t(all ? 'deadlines.none.all' : 'deadlines.none.body')}>
        {allButton}{' '}
        <Button onClick={() => navigation.openList('duty_calendar_day')}>
          {t('settings.calendar.days')}
        </Button>
      </EmptyState>
    );
  return (
    <>
      {days !== null && days.length > 0 && (
        <p>
          {t('deadlines.days')}
          {changedDaysText(days, { t, language })}
        </p>
      )}
      <div className="deadlines-decide">
        <span>
          {t('deadlines.found', { count: formatCount(count) })}
          {kept > 0 && ` ${t('deadlines.found.kept', { count: formatCount(kept) })}`}
        </span>
        <span className="deadlines-buttons">
          {allButton}
          {!all && (
            <Button
              disabled={moving.isBusy}
              title={t('deadlines.keep.hint')}
              onClick={() => void moving.keep()}
            >
              {t('deadlines.keep')}
            </Button>
          )}
          <Button
            type="primary"
            loading={moving.isBusy}
            disabled={count === 0}
            onClick={() => void moving.move()}
          >
            {t('deadlines.move', { count: formatCount(count) })}
          </Button>
        </span>
      </div>
      <DeadlineTable lines={lines} />
      {count + kept > lines.length && (
        <p className="soft">{t('deadlines.more', { count: formatCount(lines.length) })}</p>
      )}
    </>
  );
}

/** What was done, and where it can be taken back. */
function Moved({ job }: { readonly job: Job }) {
  const { t } = useText();
  const navigation = useNavigation();
  const counted = (name: string): string => formatCount(Number(job.result?.[name] ?? 0));
  return (
    <Alert
      type="success"
      showIcon
      title={t(counted('kept') === '0' ? 'deadlines.moved' : 'deadlines.moved.kept', {
        moved: counted('moved'),
        kept: counted('kept'),
      })}
      action={
        <Button size="small" onClick={() => navigation.openScreen('batches')}>
          {t('deadlines.batches')}
        </Button>
      }
    />
  );
}
