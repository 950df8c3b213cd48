import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rest } from '../../electron/dbhost/rest.ts';

const MB = 2 ** 20;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A process whose memory is what the test says. */
function process(size_mb: number) {
  const state = { size: size_mb * MB, released: 0 };
  const rest = new Rest(
    () => {
      state.released += 1;
      state.size = 40 * MB;
    },
    () => state.size,
  );
  return { state, rest };
}

test('memory is given back once nothing was asked for two seconds', () => {
  const { state, rest } = process(120);
  rest.disturb();
  vi.advanceTimersByTime(1500);
  rest.disturb();
  vi.advanceTimersByTime(1500);
  expect(state.released).toBe(0);
  vi.advanceTimersByTime(600);
  expect(state.released).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(state.released).toBe(1);
});

test('a pause is made only where it gives something back', () => {
  const { state, rest } = process(120);
  rest.disturb();
  vi.advanceTimersByTime(3000);
  state.size = 50 * MB;
  rest.disturb();
  vi.advanceTimersByTime(3000);
  expect(state.released).toBe(1);
  state.size = 70 * MB;
  rest.disturb();
  vi.advanceTimersByTime(3000);
  expect(state.released).toBe(2);
});

test('the real collection runs and what is in use stays', () => {
  const kept = Array.from({ length: 1000 }, (_, i) => ({ i, text: '东莞'.repeat(50) }));
  const rest = new Rest(
    undefined,
    (() => {
      let size = 100 * MB;
      return () => (size += 100 * MB);
    })(),
  );
  rest.disturb();
  expect(() => vi.advanceTimersByTime(3000)).not.toThrow();
  expect(kept[999]?.text.length).toBe(100);
});
