import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { yearOf } from '../../../db/model/calendar/day-arithmetic.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { useShown } from '../../app/use-shown.ts';
import { useAsk } from '../../data/index.ts';
import { today as todayHere, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { monthName, monthOf } from '../../text/month.ts';
import { type CalendarView, stepped, weeksOf } from './calendar-days.ts';
import { useGettingLate } from '../home/use-getting-late.ts';
import { CalendarGrid } from './calendar-grid.tsx';
import { CalendarPrint } from './calendar-print.tsx';
import { DayPanel } from './day-panel.tsx';
import './calendar.css';

/** A day as the calendar knows it. */
export type CalendarDay = Output<'day.calendar'>['days'][number];

const views: readonly CalendarView[] = ['month', 'week'];

/** What each day holds, by month or week: dues by module, holidays and make-up days by name, who is on duty. */
export function CalendarScreen() {
  const today = useAsk('day.reminder', {}).value?.today ?? todayHere();
  const [chosen, setChosen] = useState<string | null>(null);
  const [view, setView] = useState<CalendarView>('month');
  const [isPrinting, setPrinting] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const day = chosen ?? today;
  const weeks = weeksOf(day, view);
  const { value, failure, refresh } = useShown('day.calendar', spanOf(weeks, day));
  useGettingLate(refresh);
  const days = new Map(value?.days.map((one) => [one.day, one]));
  const open = (next: string) => {
    setChosen(next);
    // The panel has to be there for the new day before it takes the focus.
    requestAnimationFrame(() => panel.current?.focus());
  };
  return (
    <div className="calendar">
      <CalendarHead
        day={day}
        today={today}
        view={view}
        unknownDay={value?.days.find(({ isKnown }) => !isKnown)?.day}
        onDay={setChosen}
        onView={setView}
        onPrint={() => setPrinting(true)}
      />
      {failure !== null && <FailureNotice failure={failure} onRetry={refresh} />}
      <div className="calendar-body">
        {/* The days stand at once; what they hold follows. */}
        <CalendarGrid
          weeks={weeks}
          days={days}
          view={view}
          day={day}
          today={today}
          onDay={setChosen}
          onOpen={open}
        />
        <DayPanel ref={panel} day={days.get(day) ?? null} today={today} />
      </div>
      {isPrinting && <CalendarPrint month={monthOf(day)} onClose={() => setPrinting(false)} />}
    </div>
  );
}

/** First and last of the days shown. */
const spanOf = (weeks: readonly (readonly string[])[], day: string) => ({
  from: weeks[0]?.[0] ?? day,
  to: weeks.at(-1)?.at(-1) ?? day,
});

interface HeadProperties {
  readonly day: string;
  readonly today: string;
  readonly view: CalendarView;
  /** A day of a year whose holidays are not announced. */
  readonly unknownDay: string | undefined;
  /** `null` = today. */
  readonly onDay: (day: string | null) => void;
  readonly onView: (view: CalendarView) => void;
  readonly onPrint: () => void;
}

function CalendarHead({ day, today, view, unknownDay, onDay, onView, onPrint }: HeadProperties) {
  const { t, language } = useText();
  const steps = [
    { by: -1, icon: <LeftOutlined aria-hidden />, label: t(`calendar.earlier.${view}`) },
    { by: 1, icon: <RightOutlined aria-hidden />, label: t(`calendar.later.${view}`) },
  ] as const;
  return (
    <div className="calendar-head">
      <h1>{monthName(monthOf(day), language)}</h1>
      {steps.map(({ by, icon, label }) => (
        <Button
          key={by}
          icon={icon}
          aria-label={label}
          title={label}
          onClick={() => onDay(stepped(day, view, by))}
        />
      ))}
      <Button disabled={day === today} onClick={() => onDay(null)}>
        {t('calendar.today')}
      </Button>
      <Segmented<CalendarView>
        aria-label={t('calendar.view')}
        value={view}
        options={views.map((one) => ({ value: one, label: t(`calendar.${one}`) }))}
        onChange={onView}
      />
      {unknownDay !== undefined && (
        <span className="soft">{t('day.unknown', { year: String(yearOf(unknownDay)) })}</span>
      )}
      <span className="calendar-gap" />
      <Button icon={<PrinterOutlined aria-hidden />} onClick={onPrint}>
        {t('calendar.print')}
      </Button>
    </div>
  );
}
