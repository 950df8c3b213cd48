import { integer } from '../../fields/integer.ts';
import type { Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { chinaDay } from '../../office-time.ts';

/** Names of `yearNumberFields`, in the order of a form. */
export const yearNumberNames = ['number_year', 'serial'] as const;

/** Year and running number behind the written number of a record, given when it is first saved; see `numbering`. */
export const yearNumberFields = () => ({
  number_year: integer({
    label: words('编号年份', 'Year of number'),
    min: 1990,
    max: 2100,
    automatic: true,
    aside: true,
  }),
  serial: integer({
    label: words('编号序号', 'Running number'),
    min: 1,
    max: 9_999_999,
    automatic: true,
    aside: true,
  }),
});

/** Runs anew each year. An index must begin with year and number. */
export const yearNumbering = { field: 'serial', within: ['number_year'] } as const;

/** Digits of a running number as written, so that numbers sort as they were given. */
const DIGITS = 4;

/** Which field the written number goes to, the day or instant whose year counts, and the word before the year: 检改. */
interface YearNumber {
  readonly number: string;
  readonly day: string;
  readonly word: string;
}

/** The row with year and written number, `检改〔2026〕0012号`; a number that was entered stays. */
export function withYearNumber(row: Values, { number, day, word }: YearNumber): Values {
  const at = row[day];
  const year = row['number_year'] ?? (typeof at === 'string' ? yearOf(at) : null);
  const { serial } = row;
  const written =
    typeof serial === 'number' && year !== null
      ? `${word}〔${String(year)}〕${String(serial).padStart(DIGITS, '0')}号`
      : null;
  return { ...row, number_year: year, [number]: row[number] ?? written };
}

/** Year in China of a day or an instant. */
const yearOf = (at: string): number => Number((at.length > 10 ? chinaDay(new Date(at)) : at).slice(0, 4));
