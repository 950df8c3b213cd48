import { WORK_DAY_MINUTES } from '../calendar/office-hours.ts';
import { dayAfter, yearOf } from '../calendar/day-arithmetic.ts';
import { type DayRun, type SpecialDays, specialDays } from '../calendar/days-off.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Language } from '../localized.ts';
import { chinaDay, chinaInstant } from '../office-time.ts';
import { dayRange, dayText, momentText } from './deadline-dates.ts';
import { isWorking } from './deadline.ts';
import type { LimitUnit } from './limit.ts';
import { type CountedLimit, type Pause, pausedDeadline, type PausedDeadline } from './paused-deadline.ts';

/** What the parts of the sentence are made of. */
interface Told {
  readonly counted: CountedLimit;
  readonly deadline: PausedDeadline;
  readonly calendar: WorkCalendar;
  readonly language: Language;
}

/**
 * One sentence a clerk can check against the wall calendar: start, limit, every holiday passed by name with its days,
 * make-up days counted, pauses, and the end, or what was left when a pause began that still lasts.
 */
export function explainDeadline(counted: CountedLimit, calendar: WorkCalendar, language: Language): string {
  const told: Told = { counted, deadline: pausedDeadline(counted, calendar), calendar, language };
  const parts = [
    startPart(told),
    ...(isWorking(counted.limit.unit) ? passedParts(told) : []),
    ...counted.pauses.flatMap((pause) => pausePart(pause, told)),
    endPart(told),
  ];
  const sentence = parts.join(language === 'zh' ? '，' : ', ');
  return sentence + doubtPart(told) + (language === 'zh' ? '。' : '.');
}

const units: Readonly<Record<LimitUnit, readonly [zh: string, en: string]>> = {
  minute: ['分钟', 'minute'],
  'work-hour': ['个工作小时', 'working hour'],
  'work-day': ['个工作日', 'working day'],
  day: ['日', 'day'],
  month: ['个月', 'month'],
};

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function limitText({ counted, language }: Told): string {
  const { amount, unit } = counted.limit;
  if (counted.granted !== undefined) return grantedText(counted.granted, unit, language);
  const [zh, en] = units[unit];
  return language === 'zh' ? `${amount}${zh}` : plural(amount, en);
}

/** Time somebody gave with the case, in the words of the limit. */
function grantedText(granted: number, unit: LimitUnit, language: Language): string {
  const zh = language === 'zh';
  const time = amountText(Math.round(granted), unit, language);
  if (isWorking(unit)) return zh ? `办公时间${time}（登记时确定）` : `${time} of office time, as entered,`;
  return zh ? `${time}（登记时确定）` : `${time}, as entered,`;
}

function startPart(told: Told): string {
  const { counted, deadline, language } = told;
  const zh = language === 'zh';
  const limit = limitText(told);
  const start = momentText(counted.from, language);
  if (!isWorking(counted.limit.unit)) {
    const isMinutes = counted.limit.unit === 'minute';
    const day = isMinutes ? start : dayText(chinaDay(counted.from), language);
    if (zh) return `自${day}起${limit}${isMinutes ? '' : '（当日不计入）'}`;
    return `${limit} from ${day}${isMinutes ? '' : ' (that day not counted)'}`;
  }
  if (deadline.from.getTime() === counted.from.getTime())
    return zh ? `自${start}起${limit}` : `${limit} from ${start}`;
  const opening = momentText(deadline.from, language, yearOf(chinaDay(counted.from)));
  return zh
    ? `${start}不在办公时间内，自${opening}起${limit}`
    : `${limit} from ${opening}, the first office hour after ${start}`;
}

/** Days a working limit ran past or through. */
function passedParts(told: Told): readonly string[] {
  const { counted, deadline, calendar } = told;
  const open = counted.pauses.find(({ to }) => to === undefined);
  const span = [chinaDay(counted.from), chinaDay(open?.from ?? deadline.due)] as const;
  const isStill = (day: string): boolean =>
    counted.pauses.some(({ from, to = from }) => from <= chinaInstant(day) && to >= chinaInstant(day, 1440));
  return dayParts(specialDays(calendar, span, isStill), told);
}

function dayParts({ holidays, makeUpDays, restDays }: SpecialDays, told: Told): readonly string[] {
  const year = yearOf(chinaDay(told.counted.from));
  const ranged = (run: DayRun) => dayRange(run, told.language, year);
  const named = ({ names }: DayRun, other: string) =>
    names.length === 0
      ? other
      : names.map((name) => name[told.language]).join(told.language === 'zh' ? '、' : ' and ');
  if (told.language === 'zh')
    return [
      ...holidays.map((run) => `${ranged(run)}${named(run, '')}放假不计`),
      ...makeUpDays.map((run) => `${ranged(run)}调休上班计入`),
      ...(restDays > 0 ? [`休息日${restDays}天不计`] : []),
    ];
  return [
    ...holidays.map((run) => `not counting ${named(run, 'a day off')} ${ranged(run)}`),
    ...makeUpDays.map((run) => `counting the make-up day ${ranged(run)}`),
    ...(restDays > 0 ? [`not counting ${plural(restDays, 'rest day')}`] : []),
  ];
}

function pausePart({ from, to }: Pause, { counted, language }: Told): readonly string[] {
  if (to === undefined) return [];
  const year = yearOf(chinaDay(counted.from));
  const span = [from, to].map((at) => momentText(at, language, year));
  return [language === 'zh' ? `${span.join('至')}暂停不计` : `on hold ${span.join(' – ')}`];
}

function endPart(told: Told): string {
  const { counted, deadline, language } = told;
  const zh = language === 'zh';
  if (deadline.left !== null) {
    const since = momentText(counted.pauses.at(-1)?.from ?? counted.from, language);
    const left = leftText(deadline.left, counted.limit.unit, language);
    return zh ? `${since}起暂停，${left}` : `on hold since ${since}, ${left}`;
  }
  if (deadline.lastDay !== null) return civilEnd(told, deadline.lastDay);
  const due = momentText(deadline.due, language);
  return zh ? `${due}到期` : `due ${due}`;
}

function civilEnd(told: Told, lastDay: string): string {
  const { counted, deadline, calendar, language } = told;
  const zh = language === 'zh';
  const dueDay = chinaDay(deadline.due);
  const due = `${dayText(dueDay, language)}${zh ? '' : ' '}24:00`;
  const short = isShortMonth(told, lastDay)
    ? zh
      ? '到期月无对应日，以月末日为准，'
      : 'the month being shorter, '
    : '';
  if (dueDay === lastDay) return zh ? `${short}${due}到期` : `${short}due ${due}`;
  const off = specialDays(calendar, [lastDay, dayAfter(dueDay, -1)]);
  const names = off.holidays.flatMap((run) => run.names).map((name) => name[language]);
  const last = dayText(lastDay, language, yearOf(chinaDay(counted.from)));
  if (zh) {
    const why = off.holidays.map(
      (run) =>
        `${dayRange(run, language, yearOf(lastDay))}${run.names.map((name) => name.zh).join('、')}放假`,
    );
    const reason = why.length > 0 ? why.join('、') : '休息日';
    return `${short}最后一日${last}逢${reason}，顺延至${due}到期`;
  }
  const reason = names.length > 0 ? names.join(' and ') : 'a day off';
  const days = off.holidays.map((run) => dayRange(run, language, yearOf(lastDay)));
  return `${short}the last day ${last} being ${reason}${days.length > 0 ? ` (${days.join(', ')})` : ''}, due ${due}`;
}

/** A month that has no day of the number it began with (民法典第二百零二条). */
const isShortMonth = ({ counted }: Told, lastDay: string): boolean =>
  counted.limit.unit === 'month' &&
  counted.granted === undefined &&
  counted.pauses.length === 0 &&
  lastDay.slice(8) !== chinaDay(counted.from).slice(8);

/** What a limit on hold has left, in the units a clerk counts in. */
export function leftText(left: number, unit: LimitUnit, language: Language): string {
  const zh = language === 'zh';
  const amount = amountText(Math.abs(left), unit, language);
  if (left < 0) return zh ? `已超期${amount}` : `${amount} overdue`;
  return zh ? `剩余${amount}` : `${amount} left`;
}

/** Time as a pause keeps it: days of a civil limit, else minutes of the clock or of the office. */
function amountText(size: number, unit: LimitUnit, language: Language): string {
  if (unit === 'day' || unit === 'month') return language === 'zh' ? `${size}日` : plural(size, 'day');
  return timeText(size, unit === 'minute' ? Infinity : WORK_DAY_MINUTES, language);
}

function timeText(minutes: number, dayLength: number, language: Language): string {
  const zh = language === 'zh';
  const days = Math.floor(minutes / dayLength);
  const rest = minutes - (days === 0 ? 0 : days * dayLength);
  const parts = [
    [days, units['work-day']] as const,
    [Math.floor(rest / 60), ['小时', 'hour']] as const,
    [rest % 60, units.minute] as const,
  ].filter(([count]) => count > 0);
  if (parts.length === 0) return zh ? '0分钟' : '0 minutes';
  return parts
    .map(([count, [inZh, inEn]]) => (zh ? `${count}${inZh}` : plural(count, inEn)))
    .join(zh ? '' : ' ');
}

function doubtPart({ counted, deadline, calendar, language }: Told): string {
  if (deadline.isKnown) return '';
  const [first, last] = [yearOf(chinaDay(counted.from)), yearOf(chinaDay(deadline.due))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => !calendar.yearIsAnnounced(year),
  );
  return language === 'zh'
    ? `；${years.join('、')}年放假安排尚未公布，暂按双休日推算`
    : `; the holidays of ${years.join(', ')} are not announced yet, reckoned by weekends alone`;
}
