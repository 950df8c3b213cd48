import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { Stored } from '../../model/field-kind.ts';
import { type Core, type Town, townOf } from '../core.ts';
import { type Connection, rowsOf, run } from '../database.ts';
import { townTable } from '../schema/ledger-tables.ts';
import type { CityTable } from '../schema/city-table.ts';
import { chinaDay } from '../../model/office-time.ts';
import { copyLines } from './copy.ts';
import { type Fault, fault } from '../../model/sync/arriving-row.ts';
import { codesLedger } from '../../model/sync/codes-ledger.ts';
import { judgeOf } from './judge.ts';
import type { Chunk } from './copy-pile.ts';
import { type Intake, intakeOf } from './ledger-intake.ts';
import { takeDangling, stagedSource, type LinkPlaces, type Dangling } from './links.ts';
import { putWaiting, recordKey, releaseWaiting, type Waiting, waitingOf } from './quarantine.ts';
import { recordOfRow, recordOfStaged, valuesOfRow } from './rebuilt-record.ts';
import { mergedRecords } from './record-merge.ts';
import { makeStaging, type StagedRow, stagingTable } from './staging.ts';
import { enterFreshKeys } from './town-keys.ts';
import { TownCodes } from './town-codes.ts';

/** Where a package's rows go. */
export interface IntakeOf {
  readonly core: Core;
  readonly connection: Connection;
  readonly town: Town;
  readonly sender: string;
  readonly arrival: number;
}

/** What is here of the town before its package. */
interface Known {
  /** Rows in quarantine, by `recordKey`; those that come along with this package are taken out. */
  readonly waiting: Map<string, Waiting>;
  readonly codes: TownCodes;
}

/**
 * Rows of one package on their way in: judged, then copied into staging (or into the fresh part of a new town) while the
 * next ones are judged.
 */
export class PackageIntake {
  readonly of: IntakeOf;
  readonly #intakes = new Map<string, Intake>();
  /** Rows of this package that were not taken, by `recordKey`. */
  readonly #refused = new Map<string, Waiting>();
  readonly #released: { readonly ledger: string; readonly id: string }[] = [];
  #known: Known | null = null;
  #copying: Promise<void> = Promise.resolve();
  /** Rows of earlier packages that found their link's target in this one. */
  #returned = 0;

  constructor(of: IntakeOf) {
    this.of = of;
  }

  /** Ledgers that have got rows, targets of links first. */
  get intakes(): readonly Intake[] {
    return this.of.core.tables.flatMap((table) => this.#intakes.get(table.name) ?? []);
  }

  /** Rows taken that this package brought. */
  get accepted(): number {
    return this.intakes.reduce((sum, { counts }) => sum + counts.staged + counts.fresh, 0) - this.#returned;
  }

  /** The town's table of a ledger. */
  tableFor(table: CityTable): string {
    return townTable(table, this.of.town.serial, this.of.core.layout);
  }

  async take(records: readonly SyncRecord[]): Promise<void> {
    const byLedger = Map.groupBy(records, ({ ledger }) => ledger);
    for (const [ledger, rows] of byLedger) {
      const table = this.of.core.tableById.get(ledger);
      if (table === undefined) for (const row of rows) this.refuse(row, fault('ledger-unknown'));
      else await this.#takeRows(await this.#intakeFor(table), rows);
    }
  }

  refuse(record: SyncRecord, why: Fault): void {
    const key = recordKey(record.ledger, record.id);
    // A package may bring a record in several parts; none of them may be lost.
    const before = this.#refused.get(key)?.record ?? null;
    const merged = before === null ? record : mergedRecords(before, record);
    this.#refused.set(key, { record: merged, ledger: record.ledger, id: record.id, fault: why });
  }

  refuseLine(id: string, why: Fault): void {
    this.#refused.set(recordKey('', id), { record: null, ledger: '', id, fault: why });
  }

  /** Copies what is left and takes out what cannot stay: parts of rows that are not here, links to nothing. */
  async settle(): Promise<void> {
    await this.#takeMended();
    await this.#copy(true);
    await this.#fetchWaiting();
    for (const intake of this.intakes) if (intake.seen.hasParts) await this.#refuseRowless(intake);
    while ((await this.#refuseDangling()) > 0) continue;
  }

  /** Copies everything that is ready. */
  flush(): Promise<void> {
    return this.#copy(true);
  }

  /** Writes the quarantine; returns what of this package went there. */
  async writeWaiting(at: Date): Promise<readonly Waiting[]> {
    const { connection, town, sender, arrival } = this.of;
    await releaseWaiting(connection, town.code, this.#released);
    const refused = [...this.#refused.values()];
    await putWaiting(connection, refused, { town: town.code, sender, arrival, at });
    return refused;
  }

  async #intakeFor(table: CityTable): Promise<Intake> {
    const known = this.#intakes.get(table.name);
    if (known !== undefined) return known;
    const { core, town, arrival } = this.of;
    const head = { part: this.tableFor(table), town: town.code, arrival };
    const { codes } = await this.#knownOf();
    const intake = intakeOf(table, judgeOf(table, chinaDay(core.now()), codes.names), head);
    await this.#copying;
    await makeStaging(this.of.connection, table);
    this.#intakes.set(table.name, intake);
    return intake;
  }

  async #takeRows(intake: Intake, records: readonly SyncRecord[]): Promise<void> {
    const known = await this.#knownOf();
    const whole = records.map((record) => this.#withWaiting(known, record));
    const { judge, table } = intake;
    const faults = whole.map((record) =>
      judge.needsOthers(record) ? 'unsure' : judge.faultOf(record, null),
    );
    // What is wrong by itself may have been so before: then it is not held against what arrives.
    const isRowHere = this.of.town.isLoaded;
    const unsure = whole.filter((_, i) => faults[i] === 'unsure' || (faults[i] !== null && isRowHere));
    const stored = await this.#storedFor(table, unsure);
    for (const [i, record] of whole.entries()) {
      const first = faults[i] ?? null;
      const standing = stored.get(record.id) ?? null;
      const why =
        first === 'unsure' || (first !== null && standing !== null) ? judge.faultOf(record, standing) : first;
      this.#takeRow(intake, record, why);
      if (why === null && record.ledger === codesLedger) known.codes.note(record);
    }
    await this.#copy(false);
  }

  #takeRow(intake: Intake, record: SyncRecord, why: Fault | null): void {
    if (why === null)
      intake.add(record, record.isWhole && !this.of.town.isLoaded && this.of.core.layout === 'partitions');
    else this.refuse(record, why);
  }

  async #knownOf(): Promise<Known> {
    const { core, connection, town } = this.of;
    if (this.#known !== null) return this.#known;
    await this.#copying;
    const waiting = await waitingOf(connection, town.code);
    this.#known = { waiting, codes: await TownCodes.of(core, connection, town) };
    return this.#known;
  }

  /** Rows that waited for a code or a ledger which is known by now, of this package and of earlier ones. */
  async #takeMended(): Promise<void> {
    const known = await this.#knownOf();
    const isMended = (entry: Waiting): boolean => this.#isMended(entry, known.codes);
    const own = [...this.#refused].filter(([, entry]) => isMended(entry));
    const earlier = [...known.waiting].filter(([, entry]) => isMended(entry));
    for (const [key] of own) this.#refused.delete(key);
    for (const [key, { ledger, id }] of earlier) {
      known.waiting.delete(key);
      this.#released.push({ ledger, id });
    }
    await this.take([...own, ...earlier].flatMap(([, { record }]) => record ?? []));
    this.#returned += earlier.filter(([key]) => !this.#refused.has(key)).length;
  }

  #isMended({ ledger, record, fault: { reason, field } }: Waiting, codes: TownCodes): boolean {
    const table = this.of.core.tableById.get(ledger);
    if (record === null || table === undefined) return false;
    if (reason === 'ledger-unknown') return true;
    const kind = field === null ? undefined : table.fieldByName.get(field)?.field;
    return (
      reason === 'unknown-code' && kind !== undefined && codes.knows(kind, record.values[field ?? ''] ?? null)
    );
  }

  /** What waits for the same record comes along: the new part may be what it lacked. */
  #withWaiting({ waiting }: Known, record: SyncRecord): SyncRecord {
    if (waiting.size === 0) return record;
    const key = recordKey(record.ledger, record.id);
    const earlier = waiting.get(key);
    if (earlier === undefined || earlier.record === null) return record;
    waiting.delete(key);
    this.#released.push(record);
    return mergedRecords(earlier.record, record);
  }

  async #storedFor(
    table: CityTable,
    records: readonly SyncRecord[],
  ): Promise<ReadonlyMap<string, Readonly<Record<string, Stored>>>> {
    if (records.length === 0) return new Map();
    await this.#copying;
    const columns = ['id', ...table.fields.map(({ column }) => column)].join(', ');
    const rows = await rowsOf<StagedRow>(
      this.of.connection,
      `SELECT ${columns} FROM ${this.tableFor(table)} WHERE _town = $1 AND id = ANY($2)`,
      [this.of.town.code, records.map(({ id }) => id)],
    );
    return new Map(rows.map((row) => [String(row['id']), valuesOfRow(table, row)]));
  }

  /** Hands full piles to the server; judging goes on meanwhile, but never more than one pile ahead. */
  async #copy(all: boolean): Promise<void> {
    for (const intake of this.#intakes.values()) {
      for (let chunk = intake.next(all); chunk !== null; chunk = intake.next(all)) {
        await this.#copying;
        this.#copying = this.#send(intake, chunk);
        // Whoever awaits it next hears of a failure; until then it must not end the process.
        this.#copying.catch(() => undefined);
      }
    }
    if (all) await this.#copying;
  }

  async #send({ table, keys }: Intake, { sql, lines, isFresh }: Chunk): Promise<void> {
    const { core, connection, town } = this.of;
    await copyLines(connection, sql, lines);
    if (isFresh && table.isKeyShared && table.key.length > 0)
      await enterFreshKeys(core, connection, { table, town, progress: keys });
  }

  /** Rows that waited for a record this package brings, and what waited for those. */
  async #fetchWaiting(): Promise<void> {
    const { waiting } = await this.#knownOf();
    let isMore = [...waiting.values()].some(({ fault: { reason } }) => reason === 'link-missing');
    while (isMore) {
      isMore = false;
      for (const intake of this.intakes) {
        const found = await this.#waitingFor(intake);
        for (const { ledger, id } of found) {
          const entry = waiting.get(recordKey(ledger, id));
          const table = this.of.core.tableById.get(ledger);
          if (entry === undefined || entry.record === null || table === undefined) continue;
          waiting.delete(recordKey(ledger, id));
          this.#released.push({ ledger, id });
          (await this.#intakeFor(table)).add(entry.record, false);
          this.#returned += 1;
          isMore = true;
        }
        await this.#copy(true);
      }
    }
  }

  #waitingFor({
    table,
    counts,
  }: Intake): Promise<readonly { readonly ledger: string; readonly id: string }[]> {
    const fresh = counts.fresh === 0 ? '' : `UNION SELECT id FROM ${this.tableFor(table)}`;
    return rowsOf(
      this.of.connection,
      `SELECT ledger, id FROM city_quarantine q
       WHERE q.town = $1 AND q.reason = 'link-missing' AND q.args->>'ledger' = $2
         AND q.args->>'id' IN (SELECT id FROM ${stagingTable(table)} ${fresh})`,
      [this.of.town.code, table.name],
    );
  }

  /** Parts of rows that are neither here nor in this package as a whole. */
  async #refuseRowless(intake: Intake): Promise<void> {
    const { table } = intake;
    const staged = stagingTable(table);
    const rows = await rowsOf<StagedRow>(
      this.of.connection,
      `DELETE FROM ${staged} s WHERE NOT s.whole
         AND NOT EXISTS (SELECT 1 FROM ${this.tableFor(table)} t WHERE t._town = s.town AND t.id = s.id)
         AND NOT EXISTS (SELECT 1 FROM ${staged} w WHERE w.whole AND w.id = s.id)
       RETURNING s.*`,
    );
    for (const row of rows) this.#takeBack(intake, recordOfStaged(table, row), fault('record-missing'));
  }

  async #refuseDangling(): Promise<number> {
    const places = await this.#places();
    let found = 0;
    for (const intake of this.intakes) {
      const { table, counts } = intake;
      const staged =
        counts.staged > 0
          ? await takeDangling(this.of.connection, stagedSource(table, intake.given('staged')), places)
          : [];
      for (const one of staged) {
        const record = recordOfStaged(table, one.row);
        this.#takeBack(intake, record, linkFault(one, record));
      }
      const fresh =
        counts.fresh > 0
          ? await takeDangling(
              this.of.connection,
              {
                table,
                from: this.tableFor(table),
                town: '_town',
                given: intake.given('fresh'),
                column: (field) => field.column,
              },
              places,
            )
          : [];
      for (const one of fresh) {
        const record = recordOfRow(table, one.row);
        counts.fresh -= 1;
        this.refuse(record, linkFault(one, record));
      }
      found += staged.length + fresh.length;
    }
    return found;
  }

  #takeBack(intake: Intake, record: SyncRecord, why: Fault): void {
    intake.counts.staged -= 1;
    this.refuse(record, why);
  }

  async #places(): Promise<LinkPlaces> {
    const { core, connection, town } = this.of;
    const own = await townOf(connection, core.unit.code);
    const tableOfLedger = (serial: number) => (ledger: string) => {
      const table = core.tableById.get(ledger);
      if (table === undefined) throw new Error(`no ledger ${ledger}`);
      return townTable(table, serial, core.layout);
    };
    return {
      townTable: tableOfLedger(town.serial),
      cityTable: own?.isLoaded === true && own.code !== town.code ? tableOfLedger(own.serial) : null,
      city: core.unit.code,
      staged: (ledger) => {
        const intake = this.#intakes.get(ledger);
        return intake === undefined || intake.counts.staged === 0 ? null : stagingTable(intake.table);
      },
    };
  }
}

const linkFault = ({ field, target }: Dangling, record: SyncRecord): Fault => ({
  field,
  reason: 'link-missing',
  args: { ledger: target, id: String(record.values[field] ?? '') },
});

/** Gives repeated records of a package their turn: the first in pass 0, the next in pass 1. Returns the number of passes. */
export async function numberPasses(connection: Connection, table: CityTable): Promise<number> {
  const staged = stagingTable(table);
  const repeated = await rowsOf(
    connection,
    `SELECT 1 FROM ${staged} GROUP BY id HAVING count(*) > 1 LIMIT 1`,
  );
  if (repeated.length === 0) return 1;
  await run(
    connection,
    `UPDATE ${staged} s SET pass = n.pass FROM (
       SELECT ctid AS place, row_number() OVER (PARTITION BY id ORDER BY whole DESC, ctid) - 1 AS pass FROM ${staged}
     ) n WHERE s.ctid = n.place AND n.pass > 0`,
  );
  const [last] = await rowsOf<{ pass: number }>(connection, `SELECT max(pass) AS pass FROM ${staged}`);
  return (last?.pass ?? 0) + 1;
}
