import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { Store } from '../../../db/store/api.ts';
import { nextSelection, openCity, openSendingTown, send, takeInto } from '../exchange.ts';
import type { RatioGroup } from '../group.ts';
import { townSizes } from '../towns.ts';
import { openBare } from './bare-database.ts';

/** A first package taken into a city on SQLite, against its lines put into one bare table. */
export const takeInRatio: RatioGroup = {
  name: 'ratio.take-in',
  kind: 'ratio',
  floor: 'each line parsed and put into one table of plain SQLite, in one transaction',
  means: 'Taking a package into a city takes longer.',
  prepare: async ({ folder }) => {
    const town = await openSendingTown(folder);
    const lines = linesOf(town);
    const sent = await send(town);
    const empty = path.join(folder, 'empty');
    const cityFiles = readdirSync(folder).filter((name) => name.startsWith('receiving-'));
    for (const name of cityFiles)
      cpSync(path.join(folder, name), path.join(empty, name), { recursive: true });
    let city: Store | null = null;
    let bare: Database.Database | null = null;
    const bareFile = path.join(folder, 'floor.db');
    return {
      of: `a first package of ${String(townSizes.small)} people`,
      pairs: 9,
      product: {
        before: () => {
          city?.close();
          for (const name of readdirSync(folder))
            if (name.startsWith('receiving-')) rmSync(path.join(folder, name), { recursive: true });
          cpSync(empty, folder, { recursive: true });
          city = openCity(town);
        },
        run: () => takeInto(opened(city), town, sent),
        runs: 1,
      },
      floor: {
        before: () => {
          bare?.close();
          for (const ending of ['', '-wal']) rmSync(`${bareFile}${ending}`, { force: true });
          bare = openBare(bareFile);
          bare.exec('CREATE TABLE record (rid INTEGER PRIMARY KEY, id TEXT UNIQUE, line TEXT) STRICT');
        },
        run: () => insertAll(opened(bare), lines),
        runs: 1,
      },
      end: () => {
        town.store.close();
        city?.close();
        bare?.close();
      },
    };
  },
};

function linesOf(town: Awaited<ReturnType<typeof openSendingTown>>): readonly string[] {
  const text = Buffer.concat([...town.store.sync.outgoing.lines(nextSelection(town))]).toString('utf8');
  return text.split('\n').filter((line) => line !== '');
}

function insertAll(database: Database.Database, lines: readonly string[]): void {
  database.exec('BEGIN');
  const insert = database.prepare('INSERT INTO record VALUES (NULL, ?, ?)');
  for (const [i, line] of lines.entries()) {
    const parsed: unknown = JSON.parse(line);
    insert.run(`${String(i)} ${typeof parsed}`, line);
  }
  database.exec('COMMIT');
}

function opened<T>(file: T | null): T {
  if (file === null) throw new Error('nothing is open');
  return file;
}
