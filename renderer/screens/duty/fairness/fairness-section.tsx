import { Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigation } from '../../../app/navigation.ts';
import { useShown } from '../../../app/use-shown.ts';
import { useText } from '../../../text/index.ts';
import { EmptyState, FailureNotice, later } from '../../../ui/index.ts';
import { useDuty } from '../duty-place.ts';
import { MonthPicker } from '../board/month-bar.tsx';
import { daysOf, monthsOf } from './fairness-rows.ts';
import type { FairPerson, Span } from './fairness-rows.ts';
import { FairnessTable } from './fairness-table.tsx';

/** The charts' library is heavy; it comes with the first chart. */
const FairnessChart = later(async () => (await import('./fairness-chart.tsx')).FairnessChart, WaitingChart);

type Look = 'table' | 'chart';

/** Who has done how many duties of each class, against the fair share, with what is carried over and time off earned. */
export function FairnessSection() {
  const { t } = useText();
  const { team, month } = useDuty();
  const navigation = useNavigation();
  const [span, setSpan] = useState<Span>('year');
  const [look, setLook] = useState<Look>('table');
  const months = monthsOf(span, month);
  const { value, failure, isSlow, refresh } = useShown('duty.fairness', { team: team.id, ...months });
  const open = (person: FairPerson) =>
    navigation.openList('duty_assignment', { where: { member: person.id, day: daysOf(months) } });
  return (
    <div className="duty-part">
      <div className="duty-bar">
        <MonthPicker />
        <Segmented<Span>
          value={span}
          options={[
            { value: 'year', label: t('duty.fairness.year', { year: month.slice(0, 4) }) },
            { value: 'month', label: t('duty.fairness.month') },
          ]}
          onChange={setSpan}
          aria-label={t('duty.fairness.span')}
        />
        <Segmented<Look>
          value={look}
          options={[
            { value: 'table', label: t('duty.fairness.table') },
            { value: 'chart', label: t('duty.fairness.chart') },
          ]}
          onChange={setLook}
          aria-label={t('duty.fairness.look')}
        />
        <span className="soft duty-bar-hint">
          {t(look === 'table' ? 'duty.fairness.hint' : 'duty.fairness.chart.hint')}
        </span>
      </div>
      {failure !== null && <FailureNotice failure={failure} onRetry={refresh} />}
      {isSlow && <Skeleton active className="page-skeleton" />}
      {value?.people.length === 0 && (
        <EmptyState title={t('duty.fairness.none')} body={t('duty.fairness.none.body')} />
      )}
      {value !== undefined && value.people.length > 0 && look === 'table' && (
        <FairnessTable people={value.people} onOpen={open} />
      )}
      {value !== undefined && value.people.length > 0 && look === 'chart' && (
        <FairnessChart people={value.people} onOpen={open} />
      )}
    </div>
  );
}

function WaitingChart() {
  return <Skeleton active />;
}
