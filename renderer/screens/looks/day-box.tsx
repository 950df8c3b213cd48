import { Input } from 'antd';
import { useState } from 'react';
import { today } from '../../text/index.ts';
import { dayWords, wholeDay } from '../../widgets/day-words.ts';

interface Properties {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** A day of the filter, typed in any common spelling (20261123, 今天); empty: no bound. */
export function DayBox({ label, value, onChange }: Properties) {
  const [text, setText] = useState(value ?? '');
  const [isWrong, setWrong] = useState(false);
  const take = () => {
    const day = text.trim() === '' ? undefined : wholeDay(dayWords(text, today()));
    setWrong(day === null);
    if (day !== null && day !== value) onChange(day);
  };
  return (
    <Input
      className="looks-day"
      aria-label={label}
      placeholder={label}
      status={isWrong ? 'error' : ''}
      aria-invalid={isWrong}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onPressEnter={take}
    />
  );
}
