import { randomUUID } from 'node:crypto';
import type { Values } from '../../model/field-kind.ts';
import { periodAfter, periodOf } from '../../model/figures/period.ts';
import type { Store } from '../../store/api.ts';

/** Years the copies are spread over: the largest town has 250,000 issues a year. */
const YEARS = 4;
const YEAR_MS = 365 * 86_400_000;
/** Rows read and copied at once stay within a month of the town. */
const MONTHS = 14;

/** Fills a practice file up to so many issues with copies of its own, in the years before. */
export function addIssues(store: Store, wanted: number): void {
  const there = store.counts()['issue'] ?? 0;
  if (there === 0) return;
  const copies = Math.ceil(wanted / there) - 1;
  let missing = wanted - there;
  const last = periodOf('2026-11');
  for (let back = 0; last !== null && back < MONTHS; back += 1) {
    const { from, to } = periodAfter(last, -back);
    const rows = store.rows('issue', { reported_at: { from, to } });
    for (let copy = 1; copy <= copies && missing > 0; copy += 1) {
      const made = rows.slice(0, missing).map(({ values }) => copyOf(values, copy));
      store.bulk.add('issue', made);
      missing -= made.length;
    }
  }
  store.bulk.finish();
}

function copyOf(values: Values, copy: number): Parameters<Store['bulk']['add']>[1][number] {
  const shift_ms = (copy % YEARS) * YEAR_MS;
  const moved = Object.entries(values).map(([name, value]) =>
    name.endsWith('_at') || name === 'deadline' ? [name, earlier(value, shift_ms)] : [name, value],
  );
  const serial = `${String(values['serial_no'])}-${copy}`;
  return {
    id: randomUUID(),
    at: '2026-10-31T00:00:00.000Z',
    values: { ...Object.fromEntries(moved), serial_no: serial },
  };
}

const earlier = (value: Values[string], by_ms: number): Values[string] =>
  typeof value === 'string' ? new Date(Date.parse(value) - by_ms).toISOString() : value;
