import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../../../db/model/calendar/china.ts';
import { townCalendar } from '../../../../db/model/calendar/town-calendar.ts';
import { explainDeadline } from '../../../../db/model/workflow/explain-deadline.ts';
import type { Limit } from '../../../../db/model/workflow/limit.ts';
import type { Pause } from '../../../../db/model/workflow/paused-deadline.ts';

const china = chinaCalendar();
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const limit = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit });

const told = (from: string, of: Limit, ...pauses: Pause[]) => {
  const counted = { limit: of, from: at(from), pauses };
  return [explainDeadline(counted, china, 'zh'), explainDeadline(counted, china, 'en')];
};

describe('a deadline is explained in one sentence', () => {
  test('with the holidays it passed and the make-up days it counted', () => {
    expect(told('2020-09-30 16:20', limit(3, 'work-day'))).toEqual([
      '自2020年9月30日16:20起3个工作日，10月1日至8日国庆节放假不计，10月10日调休上班计入，休息日1天不计，2020年10月12日16:20到期。',
      '3 working days from 30 September 2020 16:20, not counting National Day 1–8 October, counting the make-up day 10 October, not counting 1 rest day, due 12 October 2020 16:20.',
    ]);
  });

  test('with two holidays in one row and a pause', () => {
    const pause = { from: at('2025-10-09 09:00'), to: at('2025-10-13 09:00') };
    expect(told('2025-09-30 10:00', limit(3, 'work-day'), pause)).toEqual([
      '自2025年9月30日10:00起3个工作日，10月1日至8日国庆节、中秋放假不计，10月9日09:00至10月13日09:00暂停不计，2025年10月15日10:00到期。',
      '3 working days from 30 September 2025 10:00, not counting National Day and Mid-autumn Festival 1–8 October, on hold 9 October 09:00 – 13 October 09:00, due 15 October 2025 10:00.',
    ]);
  });

  test('with the opening a start at night waits for', () => {
    expect(told('2026-11-26 20:00', limit(4, 'work-hour'))).toEqual([
      '2026年11月26日20:00不在办公时间内，自11月27日08:30起4个工作小时，2026年11月27日14:30到期。',
      '4 working hours from 27 November 08:30, the first office hour after 26 November 2026 20:00, due 27 November 2026 14:30.',
    ]);
  });

  test('with the day off a period of days would end on', () => {
    expect(told('2026-09-26 10:00', limit(7, 'day'))).toEqual([
      '自2026年9月26日起7日（当日不计入），最后一日10月3日逢10月3日至7日国庆节放假，顺延至2026年10月8日24:00到期。',
      '7 days from 26 September 2026 (that day not counted), the last day 3 October being National Day (3–7 October), due 8 October 2026 24:00.',
    ]);
  });

  test('with the end of a month too short', () => {
    expect(told('2026-01-31 10:00', limit(1, 'month'))[0]).toBe(
      '自2026年1月31日起1个月（当日不计入），到期月无对应日，以月末日为准，2026年2月28日24:00到期。',
    );
  });

  test('with what is left while it is on hold', () => {
    const [zh, en] = told('2026-11-25 10:00', limit(3, 'work-day'), { from: at('2026-11-26 09:00') });
    expect(zh).toBe('自2026年11月25日10:00起3个工作日，2026年11月26日09:00起暂停，剩余2个工作日1小时。');
    expect(en).toContain('2 working days 1 hour left');
  });

  test('with its doubt where a year is not announced', () => {
    expect(told('2026-12-29 10:00', limit(5, 'work-day'))[0]).toMatch(
      /；2027年放假安排尚未公布，暂按双休日推算。$/,
    );
  });

  test('with the days off the town set itself', () => {
    const town = townCalendar([{ day: '2026-11-27', kind: 'holiday', name: '台风停工' }]);
    const counted = { limit: limit(2, 'work-day'), from: at('2026-11-26 10:00'), pauses: [] };
    expect(explainDeadline(counted, town, 'zh')).toBe(
      '自2026年11月26日10:00起2个工作日，11月27日台风停工放假不计，休息日2天不计，2026年12月1日10:00到期。',
    );
  });
});
