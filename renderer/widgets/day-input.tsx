import { CalendarOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { Button, Calendar, Popover } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { now, today, useText } from '../text/index.ts';
import { useNames } from './codes.ts';
import { dayWords, instantWords } from './day-words.ts';
import { TypedInput } from './typed-input.tsx';
import type { InputProps } from './widget.ts';

/** Input of `day`: typed in any common spelling (20261123, 2026.11.23, 今天) or picked from a calendar. */
export function DayInput(props: InputProps): ReactNode {
  const names = useNames();
  return (
    <TypedInput
      {...props}
      options={{
        tabular: true,
        read: (text) => props.field.fromText(dayWords(text, today()), names),
        tail: <DayButton value={props.value} onPick={props.onChange} />,
      }}
    />
  );
}

/** Input of `instant`: a day and a time of day, typed (今天 8:30, 现在), or this moment by its button. */
export function InstantInput(props: InputProps): ReactNode {
  const { t } = useText();
  const names = useNames();
  return (
    <TypedInput
      {...props}
      options={{
        tabular: true,
        read: (text) => props.field.fromText(instantWords(text, now()), names),
        tail: (
          <Button
            type="text"
            size="small"
            tabIndex={-1}
            icon={<ClockCircleOutlined aria-hidden />}
            title={t('widget.now')}
            aria-label={t('widget.now')}
            onClick={() => {
              props.onProblem(null);
              props.onChange(now().toISOString());
            }}
          />
        ),
      }}
    />
  );
}

function DayButton(props: { readonly value: unknown; readonly onPick: (day: string) => void }): ReactNode {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const shown = typeof props.value === 'string' ? dayjs(props.value) : dayjs(today());
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={
        <div className="widget-calendar">
          <Calendar
            fullscreen={false}
            value={shown.isValid() ? shown : dayjs(today())}
            onSelect={(day, info) => {
              if (info.source !== 'date') return;
              props.onPick(day.format('YYYY-MM-DD'));
              setOpen(false);
            }}
          />
        </div>
      }
    >
      <Button
        type="text"
        size="small"
        tabIndex={-1}
        icon={<CalendarOutlined aria-hidden />}
        aria-label={t('widget.pickDay')}
      />
    </Popover>
  );
}
