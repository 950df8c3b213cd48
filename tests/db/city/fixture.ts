import { createHash } from 'node:crypto';
import type { Asker } from '../../../db/city/api.ts';
import { type DumpedRow, initCity, openCity, type PostgresCity } from '../../../db/city/index.ts';
import type { Stored } from '../../../db/model/field-kind.ts';
import type { Clock } from '../../../db/model/sync/clock.ts';
import type { ArrivalOutcome, ArrivalStart, PackageFacts } from '../../../db/model/sync/sync-node.ts';
import type { SyncRecord } from '../../../db/model/sync/sync-record.ts';
import { fixtureRegistry } from '../store/fixture-ledgers.ts';

export const cityPassphrase = 'a passphrase of the city';
const cityUnit = { code: '441900', name: '东莞市' };
export const humen = { node: '441900121-k7f3q2', unit: { code: '441900121', name: '虎门镇' } };
export const changan = { node: '441900119-m2x8p4', unit: { code: '441900119', name: '长安镇' } };

const options = {
  passphrase: cityPassphrase,
  now: () => new Date('2026-11-23T02:00:00.000Z'),
  registry: fixtureRegistry,
  kdfCost: 1024,
};

/** A new city that knows two towns. */
export async function newCity(url: string, registry = fixtureRegistry): Promise<PostgresCity> {
  const made = await initCity(url, { ...options, registry, unit: cityUnit, node: '441900-city' });
  if (!made.ok) throw new Error(made.problem.kind);
  await made.city.enrol(humen);
  await made.city.enrol(changan);
  return made.city;
}

/** The same city, opened again. */
export async function reopened(url: string): Promise<PostgresCity> {
  const opened = await openCity(url, options);
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.city;
}

/** A clock of a town's node: milliseconds of the test's own calendar. */
export const at = (ms: number, node = humen.node): Clock => [ms * 1024, node];

interface RecordParts {
  readonly clock: Clock;
  readonly values: Readonly<Record<string, Stored>>;
  readonly clocks?: Readonly<Record<string, Clock>>;
  readonly removal?: SyncRecord['removal'];
  readonly author?: string;
  readonly ledger?: string;
}

const record = (id: string, isWhole: boolean, parts: RecordParts): SyncRecord => ({
  ledger: parts.ledger ?? 'dweller',
  revision: 1,
  id,
  isWhole,
  values: parts.values,
  clock: parts.clock,
  clocks: parts.clocks ?? {},
  removal: parts.removal ?? null,
  author: parts.author ?? '李梅',
});

/** A whole row. */
export const whole = (id: string, parts: RecordParts): SyncRecord => record(id, true, parts);
/** Changed fields of a row. */
export const part = (id: string, parts: RecordParts): SyncRecord => record(id, false, parts);

interface PackageParts {
  readonly number: number;
  readonly records: readonly SyncRecord[];
  readonly from?: number;
  readonly basis?: number | null;
  readonly series?: string;
  readonly tip?: string;
  readonly sender?: string;
  readonly seen?: PackageFacts['seen'];
  readonly digest?: string;
}

const tipOf = (series: string, number: number): string =>
  createHash('sha256').update(`${series}/${number}`).digest('hex');

/** What a package says of itself; its basis is the round before unless said otherwise. */
export function factsOf(parts: PackageParts): PackageFacts {
  const { number, series = 's1', sender = humen.node } = parts;
  const basis = parts.basis === undefined ? (number === 1 ? null : number - 1) : parts.basis;
  const tip = parts.tip ?? tipOf(series, number);
  return {
    digest: parts.digest ?? createHash('sha256').update(`${sender}/${series}/${number}/${tip}`).digest('hex'),
    kind: 'increment',
    sender,
    receiver: '441900-city',
    series,
    from: parts.from ?? number,
    to: number,
    tip,
    basis: basis === null ? null : { series, number: basis, tip: tipOf(series, basis) },
    seen: parts.seen ?? null,
    counts: {},
    writtenAt: '2026-11-23T01:00:00.000Z',
  };
}

/** Takes a whole package in; the outcome is there unless it was refused for now. */
export async function ingest(
  city: PostgresCity,
  parts: PackageParts,
): Promise<{ readonly start: ArrivalStart; readonly outcome: ArrivalOutcome | null }> {
  const start = await city.incoming.start(factsOf(parts));
  if (start.status === 'repeated') return { start, outcome: start.outcome };
  if (start.status === 'early') return { start, outcome: null };
  await city.incoming.apply(start.arrival, parts.records);
  return { start, outcome: await city.incoming.finish(start.arrival) };
}

/** Everything a ledger holds, in the order of the dump. */
export async function rowsIn(
  city: PostgresCity,
  ledger = 'dweller',
  { town, asker }: { readonly town?: string; readonly asker?: Asker } = {},
): Promise<readonly DumpedRow[]> {
  const rows: DumpedRow[] = [];
  for await (const row of city.dump(ledger, town, asker)) rows.push(row);
  return rows;
}
