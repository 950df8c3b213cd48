import { expect, it } from 'vitest';
import { createClock } from '../../../db/model/clock.ts';

it('starts where it is set and runs on', async () => {
  const now = createClock('2026-11-23T08:00:00Z');
  expect(now?.().toISOString()).toMatch(/^2026-11-23T08:00:0/);
  const first = Number(now?.());
  await new Promise((done) => setTimeout(done, 20));
  expect(Number(now?.())).toBeGreaterThan(first);
});

it('is the clock of the computer where nothing is set', () => {
  const now = createClock(undefined);
  expect(Math.abs(Number(now?.()) - Date.now())).toBeLessThan(1000);
});

it('refuses what is no instant', () => {
  expect(createClock('tomorrow')).toBeNull();
});
