import { Button, Input, Space } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useText } from '../text/index.ts';
import { BlankFilter } from './blank-filter.tsx';
import { useNames } from './codes.ts';
import { dayWords, today } from './day-words.ts';
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
      {props.field.kind === 'day' ? <DaySpans {...props} /> : null}
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
    const reading = field.fromText(field.kind === 'day' ? dayWords(text, today()) : text, names);
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
      defaultValue={current === undefined ? '' : field.toText(current, names)}
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
