import { expect, test } from 'vitest';
import { chinaClock, chinaDay, chinaMinute } from '../../../db/model/office-time.ts';

test('the day in China begins at 16:00 UTC, whatever zone the computer is in', () => {
  expect(chinaDay(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23');
  expect(chinaDay(new Date('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24');
  expect(chinaMinute(new Date('2026-12-31T16:05:00.000Z'))).toBe('2027-01-01 00:05');
  expect(chinaClock(new Date('2026-11-23T00:30:00.000Z'))).toBe('2026-11-23T08:30:00.000');
});
