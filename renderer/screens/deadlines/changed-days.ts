import { dayAfter } from '../../../db/model/calendar/day-arithmetic.ts';
import { formatDay } from '../../text/index.ts';
import type { Texts } from '../../text/index.ts';
import type { Look } from './deadline-table.tsx';

type Day = NonNullable<Look['days']>[number];

/** Stretches named; a whole year's notice has some fourteen. */
const MOST_NAMED = 20;

/** The days that changed in words, those in a row together: 2027-01-01 放假（元旦）、2027-01-02 上班. */
export function changedDaysText(
  days: readonly Day[],
  { t, language }: Pick<Texts, 't' | 'language'>,
): string {
  const runs = runsOf(days);
  const named = runs.slice(0, MOST_NAMED).map(({ from, to, isWorked, name }) => {
    const span =
      from === to ? formatDay(from) : t('deadlines.day.span', { from: formatDay(from), to: formatDay(to) });
    const kind = isWorked ? t('deadlines.day.worked') : t('deadlines.day.off');
    const why = name === null || isWorked ? '' : t('deadlines.day.name', { name: name[language] });
    return `${span}${kind}${why}`;
  });
  return named.join(t('list.comma')) + (runs.length > MOST_NAMED ? t('deadlines.day.more') : '');
}

interface Run extends Pick<Day, 'isWorked' | 'name'> {
  readonly from: string;
  readonly to: string;
}

function runsOf(days: readonly Day[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { day, isWorked, name } of days) {
    const last = runs.at(-1);
    const goesOn =
      last !== undefined &&
      last.isWorked === isWorked &&
      last.name?.zh === name?.zh &&
      dayAfter(last.to, 1) === day;
    if (goesOn) runs[runs.length - 1] = { ...last, to: day };
    else runs.push({ from: day, to: day, isWorked, name });
  }
  return runs;
}
