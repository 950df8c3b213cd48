import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import type { OpenFailureKind, OpenOutcome } from '../api.ts';
import { DefinitionError } from '../migrate/plan.ts';
import { MigrationError, NewerFileError } from '../migrate/migrate.ts';
import { storageErrorOf, type StorageErrorKind } from '../storage-error.ts';
import { listBackups } from './backup-files.ts';
import { readHolder } from './lock-file.ts';
import type { Places } from './places.ts';

type Details = Readonly<Record<string, string | number>>;
export type OpenFailure = Extract<OpenOutcome, { ok: false }>;

export function refuse(places: Places, kind: OpenFailureKind, details: Details = {}): OpenFailure {
  return { ok: false, kind, backups: listBackups(places), details };
}

const kindsByStorage: Readonly<Record<StorageErrorKind, OpenFailureKind>> = {
  'disk-full': 'disk-full',
  'read-only': 'read-only',
  damaged: 'damaged',
  locked: 'locked',
  // The medium does not give the file's content: for the user the same as a damaged file.
  io: 'damaged',
  'out-of-memory': 'damaged',
};

/** The outcome for an error thrown while opening; errors that are the program's own fault are thrown on. */
export function failureOf(error: unknown, places: Places): OpenFailure {
  if (error instanceof NewerFileError) return refuse(places, 'from-newer-program', error.details);
  if (error instanceof MigrationError) return refuse(places, 'migration-failed', { reason: error.message });
  if (error instanceof DefinitionError) throw error;
  const storage = storageErrorOf(error);
  // A statement of our own does not fit the file: its shape is not the one this program knows.
  if (storage === null && error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') {
    return refuse(places, 'migration-failed', { reason: error.code });
  }
  if (storage === null) throw error;
  const kind = kindsByStorage[storage.kind];
  if (kind === 'locked') {
    const holder = readHolder(places);
    return refuse(places, 'locked', holder === null ? {} : { ...holder });
  }
  return refuse(places, kind, { code: storage.code });
}

/**
 * True when the head of the file cannot be one of ours: bytes 16–23 of an encrypted SQLite file are plain
 * (page size, versions, payload fractions; sqlite.org/fileformat §1.3). An empty file is no database either.
 */
export function isForeign(file: string): boolean {
  const head = Buffer.alloc(24);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, head, 0, head.length, 0) < head.length) return true;
  } finally {
    closeSync(handle);
  }
  const isPlain = head.subarray(0, 15).toString('latin1') === 'SQLite format 3';
  const isFraction = head[21] === 64 && head[22] === 32 && head[23] === 32;
  return isPlain || !isFraction;
}
