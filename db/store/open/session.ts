import type { OpeningProgress, OpenOptions, StoreInfo, StoreNotice } from '../api.ts';
import { CodeCache } from '../codes/code-cache.ts';
import { ChangeLog, type LogState } from '../changelog/change-log.ts';
import { HybridClock } from '../changelog/hybrid-clock.ts';
import { beginLineage, compareWithMark, latestLineage, noticeOf } from '../changelog/lineage.ts';
import type { Language } from '../../model/localized.ts';
import type { Names } from '../../model/field-kind.ts';
import { FigureColumns } from '../figures/columns/figure-columns.ts';
import type { Core } from '../repository/core.ts';
import { LedgerTable } from '../repository/ledger-table.ts';
import { ListCache } from '../repository/list-cache.ts';
import { namesIn } from '../repository/names.ts';
import { Titles } from '../repository/titles.ts';
import { buildDirectorySteps, buildSearchSteps, staleSearch } from '../search/build-search.ts';
import { SearchIndex } from '../search/search-index.ts';
import type { Steps } from '../steps.ts';
import { storageErrorOf } from '../storage-error.ts';
import type { Connection } from './connection.ts';
import { raiseMark, readMark, settleMark, type Mark } from './high-water-mark.ts';
import type { DerivedKeys } from './keyslots.ts';
import { randomIdOf, targetOf } from './options.ts';
import type { Places } from './places.ts';

/** An open file: the parts of the store over it, and what closing needs. */
export interface Session {
  readonly core: Core;
  readonly codes: CodeCache;
  readonly places: Places;
  readonly keys: DerivedKeys;
  readonly info: StoreInfo;
  readonly notices: readonly StoreNotice[];
  /** Revisions of the ledgers the file had before it was brought up; none for a new one. */
  readonly earlier: ReadonlyMap<string, number>;
}

/** Begins the lineage of this launch over a migrated file and puts the parts of the store together. */
export function* sessionSteps(
  connection: Connection,
  facts: {
    readonly options: OpenOptions;
    readonly places: Places;
    readonly keys: DerivedKeys;
    readonly notices: readonly StoreNotice[];
    readonly earlier: ReadonlyMap<string, number>;
  },
): Steps<Session, OpeningProgress> {
  const { options, places, keys } = facts;
  const notices = [...facts.notices];
  const latest = latestLineage(connection);
  const mark = readMark(places);
  const reason = compareWithMark(connection, mark, latest);
  const missed = reason === 'rolled-back' || reason === 'wal-lost' ? mark : null;
  const notice = noticeOf(reason, mark, latest);
  if (notice !== null) notices.push(notice);

  const clock = new HybridClock(options.now, connection.number('SELECT max(at) FROM write_log') ?? 0);
  const behind_ms = clock.behind_ms();
  if (behind_ms > 0) notices.push({ code: 'clock-behind', details: { behind_ms } });

  const randomId = randomIdOf(options);
  const startedAt = options.now().toISOString();
  const lineage = connection.transaction(() =>
    beginLineage(connection, { id: randomId(), startedAt, reason, latest, missed }),
  );
  // The lineage itself must not be lost with the write-ahead log, else a lost log looks like a swapped file.
  connection.pragma('wal_checkpoint(TRUNCATE)');
  const log = new ChangeLog(connection, clock, lineage);
  settleMark(places, markOf(log.state, startedAt));

  const codes = new CodeCache(connection);
  const core = coreOver(connection, { log, codes, options, randomId, places });
  yield* indexed(connection, [...core.tables.values()]);
  return {
    core,
    codes,
    places,
    keys,
    notices,
    earlier: facts.earlier,
    info: infoOf(connection, places.file, lineage.id),
  };
}

function* indexed(connection: Connection, tables: readonly LedgerTable[]): Steps<void, OpeningProgress> {
  const stale = staleSearch(connection, tables);
  const nos = stale.map(({ no }) => no).join(', ');
  const total = connection.number(`SELECT sum(current) FROM ledger WHERE no IN (${nos})`) ?? 0;
  // Emptying what is there takes its time too.
  if (total > 0) yield { phase: 'indexing', done: 0, total };
  for (const done of buildSearchSteps(connection, stale)) yield { phase: 'indexing', done, total };
  const all = connection.number('SELECT sum(current) FROM ledger') ?? 0;
  for (const done of buildDirectorySteps(connection, tables))
    if (all > 0) yield { phase: 'indexing', done, total: all };
}

/** Content of the mark file at this state of the log. */
export const markOf = (state: LogState, at: string): Mark => ({
  lineage: state.lineage,
  counter: state.counter,
  tip: Buffer.from(state.tip).toString('hex'),
  at,
});

function coreOver(
  connection: Connection,
  parts: {
    readonly log: ChangeLog;
    readonly codes: CodeCache;
    readonly options: OpenOptions;
    readonly randomId: () => string;
    readonly places: Places;
  },
): Core {
  const tables = tablesOf(connection, parts.options);
  const titles = new Titles(connection, tables);
  const names: Record<Language, Names> = {
    zh: namesIn('zh', { connection, tables, codes: parts.codes, titles }),
    en: namesIn('en', { connection, tables, codes: parts.codes, titles }),
  };
  return {
    connection,
    tables,
    titles,
    log: parts.log,
    search: new SearchIndex(connection),
    lists: new ListCache(),
    columns: new FigureColumns(connection, parts.options.columnsFrom),
    now: parts.options.now,
    randomId: parts.randomId,
    names: (language) => names[language],
    committed: () => {
      noteProgress(parts.places, markOf(parts.log.state, parts.options.now().toISOString()));
    },
  };
}

/** A mark that lags is harmless, so a full disk must not turn a kept write into a failure. */
function noteProgress(places: Places, mark: Mark): void {
  try {
    raiseMark(places, mark);
  } catch (error) {
    if (storageErrorOf(error) === null) throw error;
  }
}

function tablesOf(connection: Connection, options: OpenOptions): ReadonlyMap<string, LedgerTable> {
  const numbers = new Map(
    connection.rows('SELECT no, id FROM ledger').map((row) => [String(row['id']), Number(row['no'])]),
  );
  const tables = new Map<string, LedgerTable>();
  for (const ledger of targetOf(options).registry.ledgers) {
    const no = numbers.get(ledger.id);
    if (no === undefined) throw new Error(`ledger ${ledger.id} has no number`);
    tables.set(ledger.id, new LedgerTable(connection, { ledger, no, tables }));
  }
  return tables;
}

function infoOf(connection: Connection, file: string, lineage: string): StoreInfo {
  const meta = (key: string): string => connection.text('SELECT value FROM meta WHERE key = ?', key) ?? '';
  return {
    file,
    town: { code: meta('town_code'), name: meta('town_name') },
    practice: meta('practice') === '1',
    lineage,
    schemaVersion: connection.number('PRAGMA user_version') ?? 0,
  };
}
