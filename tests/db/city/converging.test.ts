import { fc } from '../../fixtures/fc.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PostgresCity } from '../../../db/city/index.ts';
import type { Stored } from '../../../db/model/field-kind.ts';
import type { Clock } from '../../../db/model/sync/clock.ts';
import { readLine, type Section } from '../../../db/model/sync/lines.ts';
import type { SyncRecord } from '../../../db/model/sync/sync-record.ts';
import { ingest, newCity } from './fixture.ts';
import { startPostgres, type TestServer, whyNoPostgres } from './start-postgres.ts';

const RUNS = Number(process.env['ZW_CITY_RUNS'] ?? 40);

// Few records, fields and clock readings, so that almost every change meets another, often at equal clocks. `later_1` and
// `later_2` are fields of a version this city has not heard of.
const clock = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom('a', 'b'));
const fields = {
  name: fc.constantFrom('张三', '李四'),
  number: fc.constantFrom('1', '2\t\\N', null),
  age: fc.constantFrom(10, 9, null),
  note: fc.constantFrom('甲', '乙\n丙', null),
  kinds: fc.constantFrom('["01"]', '["01","02"]', null),
  later_1: fc.constantFrom('x', 7, null),
  later_2: fc.constantFrom('y', null),
} as const;
const named = (name: keyof typeof fields) => fc.tuple(fc.constant(name), fields[name], fc.option(clock));
const removal = fc.record({ reason: fc.constantFrom('搬离', null), clock });

const arbitraryRecord = fc
  .record({
    id: fc.constantFrom('d1', 'd2', 'd3', 'd4'),
    isWhole: fc.boolean(),
    named: fc
      .subarray(Object.keys(fields) as (keyof typeof fields)[])
      .chain((names) => fc.tuple(...names.map(named))),
    name: fields.name,
    clock,
    removal: fc.option(removal, { freq: 4 }),
  })
  .map((parts): SyncRecord => {
    const values: Record<string, Stored> = parts.isWhole ? { name: parts.name } : {};
    const clocks: Record<string, Clock> = {};
    for (const [name, value, own] of parts.named) {
      // A whole row names an emptied field among its clocks only.
      if (value !== null || !parts.isWhole) values[name] = value;
      if (own !== null) clocks[name] = own;
    }
    const { id, isWhole } = parts;
    return {
      ledger: 'dweller',
      revision: 1,
      id,
      isWhole,
      values,
      clock: parts.clock,
      clocks,
      removal: parts.removal,
      author: '李梅',
    };
  });

/** Packages with up to six records, and the order they arrive in: some twice, all at least once. */
const schedule = fc
  .array(fc.array(arbitraryRecord, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 })
  .chain((packages) =>
    fc
      .tuple(
        fc.shuffledSubarray(
          packages.map((_, i) => i),
          { minLength: packages.length },
        ),
        fc.array(fc.nat({ max: packages.length - 1 }), { maxLength: 3 }),
      )
      .map(([order, again]) => ({ packages, order: [...order, ...again] })),
  );

interface Cell {
  readonly value: Stored;
  readonly clock: Clock;
}
interface ModelRow {
  isWhole: boolean;
  cells: Record<string, Cell>;
}

/** The whole rule in a few lines: per field the later clock wins, at equal clocks the greater value. */
function modelOf(records: readonly SyncRecord[]): Record<string, Record<string, Cell>> {
  const rows: Record<string, ModelRow> = {};
  for (const record of records) {
    const row = (rows[record.id] ??= { isWhole: false, cells: {} });
    row.isWhole ||= record.isWhole;
    const put = (name: string, cell: Cell): void => {
      const old = row.cells[name];
      if (old === undefined || wins(cell, old)) row.cells[name] = cell;
    };
    const names = new Set([
      ...Object.keys(record.values),
      ...(record.isWhole ? Object.keys(record.clocks) : []),
    ]);
    for (const name of names)
      put(name, { value: record.values[name] ?? null, clock: record.clocks[name] ?? record.clock });
    if (record.removal !== null)
      put('$removed', { value: record.removal.reason, clock: record.removal.clock });
  }
  return Object.fromEntries(
    Object.entries(rows).flatMap(([id, { isWhole, cells }]) => (isWhole ? [[id, cells]] : [])),
  );
}

const wins = (a: Cell, b: Cell): boolean =>
  a.clock[0] !== b.clock[0]
    ? a.clock[0] > b.clock[0]
    : a.clock[1] !== b.clock[1]
      ? a.clock[1] > b.clock[1]
      : JSON.stringify(a.value) > JSON.stringify(b.value);

/** What the city holds of a sender, value by value with its clock, read as it would be given back. */
async function heldBy(city: PostgresCity, sender: string): Promise<Record<string, Record<string, Cell>>> {
  let text = '';
  for await (const chunk of city.outgoing.giveBack(sender, null, false))
    text += Buffer.from(chunk).toString('utf8');
  const held: Record<string, Record<string, Cell>> = {};
  let section: Section | null = null;
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const read = readLine(line, section);
    if (read.kind === 'section') section = read.section;
    if (read.kind !== 'record') continue;
    const { id, values, clocks, clock: own, removal: removed } = read.record;
    const names = new Set([...Object.keys(values), ...Object.keys(clocks)]);
    const cells = [...names].map((name) => [
      name,
      { value: values[name] ?? null, clock: clocks[name] ?? own },
    ]);
    const gone = removed === null ? {} : { $removed: { value: removed.reason, clock: removed.clock } };
    held[id] = { ...Object.fromEntries(cells), ...gone };
  }
  return held;
}

describe.skipIf(whyNoPostgres() !== null)('packages in any order', () => {
  let server: TestServer;
  let city: PostgresCity;
  let towns = 0;

  beforeAll(async () => {
    server = await startPostgres();
    city = await newCity(server.newDatabase());
  }, 60_000);

  afterAll(async () => {
    await city.close();
    await server.stop();
  }, 60_000);

  /** Sends a schedule from a town nobody has heard of; `meddle` is what a planted bug does to the records. */
  const run = async (
    { packages, order }: { readonly packages: readonly SyncRecord[][]; readonly order: readonly number[] },
    meddle: (record: SyncRecord, turn: number) => SyncRecord,
  ): Promise<void> => {
    towns += 1;
    const sender = `${towns}-test`;
    for (const [turn, index] of order.entries()) {
      const records = (packages[index] ?? []).map((record) => meddle(record, turn));
      const isRepeat = order.indexOf(index) < turn;
      // Every other repetition under another digest, so that the rows themselves are met again.
      const digest = isRepeat && turn % 2 === 0 ? { digest: `${sender}/${turn}` } : {};
      await ingest(city, { number: index + 1, basis: null, sender, records, ...digest });
    }
    expect(await heldBy(city, sender)).toEqual(modelOf(packages.flat()));
  };

  test(
    'leave the rows that a plain model leaves, clocks included',
    async () => {
      await fc.assert(
        fc.asyncProperty(schedule, (plan) => run(plan, (record) => record)),
        { numRuns: RUNS },
      );
      expect(towns).toBeGreaterThanOrEqual(RUNS);
    },
    10 * 60_000,
  );

  test('are told apart from a city that lets the last arrival win', async () => {
    const lastWins = (record: SyncRecord, turn: number): SyncRecord => ({
      ...record,
      clock: [100 + turn, 'a'],
      clocks: {},
    });

    const outcome = await fc.check(
      fc.asyncProperty(schedule, (plan) => run(plan, lastWins)),
      { numRuns: 20, endOnFailure: true },
    );

    expect(outcome.failed).toBe(true);
  }, 120_000);

  test('are told apart from a city that forgets removals', async () => {
    const forgetful = (record: SyncRecord): SyncRecord => ({ ...record, removal: null });

    const outcome = await fc.check(
      fc.asyncProperty(schedule, (plan) => run(plan, forgetful)),
      { numRuns: 20, endOnFailure: true },
    );

    expect(outcome.failed).toBe(true);
  }, 120_000);
});
