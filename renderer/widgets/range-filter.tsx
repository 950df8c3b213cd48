import { Button, Input, Space } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { isTimed, type AnyField } from '../../db/model/define-ledger.ts';
import type { Names } from '../../db/model/field-kind.ts';
import { isCalendarDay } from '../../db/model/fields/calendar-day.ts';
import { today, useText } from '../text/index.ts';
import { BlankFilter } from './blank-filter.tsx';
import { useNames } from './codes.ts';
import { dayWords, wholeDay } from './day-words.ts';
import { asCriterion, compact } from './filter-entry.ts';
import type { FilterProps } from './widget.ts';

type Bound = 'from' | 'to';

/** Filter of numbers, money and days: from and to, typed as in the form. */
export function RangeFilter(props: FilterProps): ReactNode {
  const { t } = useText();
  const criterion = asCriterion(props.value);
  const set = (bound: Bound, value: string | number | undefined): void => {
    const { from, to } = criterion;
    props.onChange(compact({ from, to, [bound]: value }));
  };
  return (
    <div className="widget-filter">
      <Space.Compact block>
        <BoundInput
          key={`from ${String(criterion.from)}`}
          {...props}
          bound="from"
          current={criterion.from}
          onBound={set}
        />
        <BoundInput
          key={`to ${String(criterion.to)}`}
          {...props}
          bound="to"
          current={criterion.to}
          onBound={set}
        />
      </Space.Compact>
      {isTimed(props.field) ? <DaySpans {...props} /> : null}
      <span className="widget-filter-hint">{t('widget.rangeHint')}</span>
      <BlankFilter {...props} />
    </div>
  );
}

function BoundInput(
  props: FilterProps & {
    readonly bound: Bound;
    readonly current: string | number | undefined;
    readonly onBound: (bound: Bound, value: string | number | undefined) => void;
  },
): ReactNode {
  const { t } = useText();
  const names = useNames();
  const { field, bound, current } = props;
  const [isWrong, setWrong] = useState(false);
  const label = t(bound === 'from' ? 'widget.from' : 'widget.to');
  function take(text: string): void {
    const typed = isTimed(field) ? dayWords(text, today()) : text;
    // A day typed for a moment means that whole day.
    const day = field.kind === 'instant' ? wholeDay(typed) : null;
    if (day !== null) {
      setWrong(false);
      if (day !== current) props.onBound(bound, day);
      return;
    }
    const reading = field.fromText(typed, names);
    setWrong(!reading.ok);
    if (!reading.ok) return;
    const value: unknown = reading.value;
    const next = typeof value === 'string' || typeof value === 'number' ? value : undefined;
    if (next !== current) props.onBound(bound, next);
  }
  return (
    <Input
      autoFocus={bound === 'from'}
      className="widget-tabular"
      defaultValue={shownBound(field, current, names)}
      placeholder={label}
      aria-label={label}
      status={isWrong ? 'error' : ''}
      onPressEnter={(event) => {
        take(event.currentTarget.value);
      }}
      onBlur={(event) => {
        take(event.target.value);
      }}
    />
  );
}

/** A bound as it was given: days stay days, also for moments. */
function shownBound(field: AnyField, current: string | number | undefined, names: Names): string {
  if (current === undefined) return '';
  return typeof current === 'string' && isCalendarDay(current) ? current : field.toText(current, names);
}

/** Spans clerks ask for every day. Weeks begin on Monday. */
function DaySpans({ onChange }: FilterProps): ReactNode {
  const { t } = useText();
  const now = dayjs(today());
  const monday = now.subtract((now.day() + 6) % 7, 'day');
  const spans = [
    ['widget.today', now, now],
    ['widget.thisWeek', monday, monday.add(6, 'day')],
    ['widget.thisMonth', now.startOf('month'), now.endOf('month')],
    ['widget.thisYear', now.startOf('year'), now.endOf('year')],
  ] as const;
  return (
    <Space size={4}>
      {spans.map(([key, from, to]) => (
        <Button
          key={key}
          size="small"
          onClick={() => {
            onChange({ from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') });
          }}
        >
          {t(key)}
        </Button>
      ))}
    </Space>
  );
}
