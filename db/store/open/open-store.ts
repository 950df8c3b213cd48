import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { townCalendar } from '../../model/calendar/town-calendar.ts';
import { chinaDay } from '../../model/office-time.ts';
import type { CreateOptions, OpeningProgress, OpenOptions, OpenOutcome, StoreNotice } from '../api.ts';
import { seedCodes } from '../codes/seed-codes.ts';
import { noteSettled } from '../deadlines/settled-calendar.ts';
import { restoreIndexesSteps } from '../migrate/indexes-aside.ts';
import { checkVersion, migrate, MigrationError, migrateSteps, needsMigration } from '../migrate/migrate.ts';
import { storageErrorOf } from '../storage-error.ts';
import { finished, type Steps } from '../steps.ts';
import { storeSteps } from '../store.ts';
import { keyslotsInBackups, makeBackup } from './backup-files.ts';
import { openRaw } from './cipher-client.ts';
import { Connection } from './connection.ts';
import { failureOf, isForeign, refuse } from './failures.ts';
import {
  makeKeyslots,
  PRACTICE_KDF_COST,
  readKeyslots,
  SECRET_KDF_COST,
  unlock,
  writeKeyslots,
  type DerivedKeys,
} from './keyslots.ts';
import { forgetHolder, noteHolder } from './lock-file.ts';
import { targetOf } from './options.ts';
import { placesOf, type Places } from './places.ts';
import { sessionSteps } from './session.ts';

/** Makes a new encrypted database for a town and opens it. Refuses to touch a file that is there. */
export function createStore(options: CreateOptions): OpenOutcome {
  const places = placesOf(path.resolve(options.file));
  if (existsSync(places.file) || existsSync(places.keys)) return refuse(places, 'exists');
  try {
    accessSync(path.dirname(places.file), constants.W_OK);
    const { keyslots, keys } = makeKeyslots({
      passphrase: options.passphrase,
      practice: options.practice,
      cost: options.kdfCost ?? (options.practice ? PRACTICE_KDF_COST : SECRET_KDF_COST),
      now: options.now(),
    });
    // The slots first: a database whose key was never written down would be lost at once.
    writeKeyslots(places, keyslots);
    const opening = { options, places, keys };
    return finished(
      withConnection({ ...opening, isNew: true }, (connection) => {
        migrate(connection, targetOf(options));
        connection.transaction(() => {
          noteTown(connection, options);
          seedCodes(connection, today(options));
          noteSettled(connection, townCalendar([]), options.now());
        });
        return finishOpening(connection, { ...opening, notices: [], earlier: new Map() });
      }),
    );
  } catch (error) {
    return failureOf(missingFolder(error), places);
  }
}

/** Opens an existing database; every expected failure is an outcome. `tell` hears what has to be done to the file first. */
export const openStore = (options: OpenOptions, tell?: (told: OpeningProgress) => void): OpenOutcome =>
  finished(openSteps(options), tell);

/**
 * `openStore` in slices: what an update of the program asks of the file is told before it is done, and nothing is told where
 * there is nothing to do. The file is locked from the first slice on; dropped between two, it is left as a failure there
 * would leave it. A backup and SQLite's own check are one slice each, however large the file.
 */
export function* openSteps(options: OpenOptions): Steps<OpenOutcome, OpeningProgress> {
  const places = placesOf(path.resolve(options.file));
  try {
    if (!existsSync(places.file)) return refuse(places, 'not-found');
    const keyslots = readKeyslots(places.keys) ?? readKeyslots(places.olderKeys);
    if (keyslots === null) return withoutKeyslots(places);
    const keys = unlock(keyslots, options.passphrase);
    if (keys === null) return refuse(places, 'wrong-passphrase');
    accessSync(places.file, constants.R_OK | constants.W_OK);
    accessSync(path.dirname(places.file), constants.W_OK);
    return yield* withConnection({ options, places, keys, isNew: false }, (connection) =>
      bringUp(connection, { options, places, keys }),
    );
  } catch (error) {
    return failureOf(error, places);
  }
}

interface Opening {
  readonly options: OpenOptions;
  readonly places: Places;
  readonly keys: DerivedKeys;
}

/** Version gate, dated backup if the shape will change, migration, invariants, then the session. */
function* bringUp(connection: Connection, opening: Opening): Steps<OpenOutcome, OpeningProgress> {
  const { options, places } = opening;
  const target = targetOf(options);
  checkVersion(connection, target);
  if ((connection.number('PRAGMA user_version') ?? 0) === 0) return refuse(places, 'not-a-database');
  if (connection.text("SELECT value FROM meta WHERE key = 'loading'") !== null) {
    return refuse(places, 'damaged', { reason: 'unfinished-load' });
  }
  const notices: StoreNotice[] = [];
  const earlier = revisionsIn(connection);
  // Left by a crash in the middle of an import; the shape of the file does not change, so no backup is needed.
  yield* restoredLists(connection);
  if (needsMigration(connection, target)) {
    const bytes = contentBytes(connection);
    yield { phase: 'backing-up', done: 0, total: bytes };
    const backup = makeBackup(connection, places, { reason: 'migration', now: options.now() });
    yield { phase: 'backing-up', done: bytes, total: bytes };
    yield* migrateOrExplain(connection, target);
    notices.push({ code: 'migrated', details: { backup } });
  }
  connection.transaction(() => {
    seedCodes(connection, today(options));
  });
  return yield* finishOpening(connection, { ...opening, notices, earlier });
}

function* restoredLists(connection: Connection): Steps<void, OpeningProgress> {
  let total = 0;
  for (const told of restoreIndexesSteps(connection)) {
    total = told.total;
    yield { phase: 'restoring-lists', ...told };
  }
  if (total > 0) yield { phase: 'restoring-lists', done: total, total };
}

/** What a backup copies: the pages in use. */
function contentBytes(connection: Connection): number {
  const pragma = (name: string): number => connection.number(`PRAGMA ${name}`) ?? 0;
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}

/** Revisions of the ledgers as the file knows them. */
const revisionsIn = (connection: Connection): ReadonlyMap<string, number> =>
  new Map(
    connection
      .rows('SELECT id, revision FROM ledger')
      .map((row) => [String(row['id']), Number(row['revision'])]),
  );

function* migrateOrExplain(
  connection: Connection,
  target: ReturnType<typeof targetOf>,
): Steps<void, OpeningProgress> {
  try {
    yield* migrateSteps(connection, target);
  } catch (error) {
    const storage = storageErrorOf(error);
    if (error instanceof MigrationError || storage?.kind === 'disk-full') throw error;
    if (storage === null) throw error;
    throw new MigrationError(`migration stopped: ${storage.code}`, error);
  }
}

function* finishOpening(
  connection: Connection,
  opening: Opening & {
    readonly notices: readonly StoreNotice[];
    readonly earlier: ReadonlyMap<string, number>;
  },
): Steps<OpenOutcome, OpeningProgress> {
  const session = yield* sessionSteps(connection, opening);
  return { ok: true, store: yield* storeSteps(session) };
}

/**
 * Takes the lock, notes at once who has it, and does `work`. Unless that opened the store, the note is taken away
 * and then the lock let go, in this order: afterwards the note may already be that of the next opener.
 */
function* withConnection(
  { options, places, keys, isNew }: Opening & { readonly isNew: boolean },
  work: (connection: Connection) => Steps<OpenOutcome, OpeningProgress>,
): Steps<OpenOutcome, OpeningProgress> {
  const connection = new Connection(
    openRaw({ filename: places.file, key: keys.database, mustExist: !isNew }),
  );
  let isOpen = false;
  try {
    // Migrating a large file takes minutes, in which others ask who has it.
    noteHolder(places, options.now());
    const outcome = yield* work(connection);
    isOpen = outcome.ok;
    return outcome;
  } finally {
    if (!isOpen) {
      forgetHolder(places);
      connection.close();
    }
  }
}

function withoutKeyslots(places: Places): OpenOutcome {
  if (isForeign(places.file)) return refuse(places, 'not-a-database');
  const copy = keyslotsInBackups(places);
  return refuse(places, 'keyslots-missing', copy === null ? {} : { copy });
}

function noteTown(connection: Connection, options: CreateOptions): void {
  const facts = {
    town_code: options.town.code,
    town_name: options.town.name,
    practice: options.practice ? '1' : '0',
    created_at: options.now().toISOString(),
  };
  for (const [key, value] of Object.entries(facts)) {
    connection.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, value);
  }
}

const today = (options: OpenOptions): string => chinaDay(options.now());

/** The folder of a new file does not exist: nothing can be written there. */
function missingFolder(error: unknown): unknown {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isMissing
    ? Object.assign(new Error('the folder is missing', { cause: error }), { code: 'EROFS' })
    : error;
}
