import Database from 'better-sqlite3-multiple-ciphers';

/** What went wrong with the storage below the store, as far as the user can do something about it. */
export type StorageErrorKind = 'disk-full' | 'read-only' | 'damaged' | 'locked' | 'out-of-memory' | 'io';

/**
 * The storage failed during use. Nothing of the write in hand was kept, unless the failure hit the commit itself:
 * then repeating the same `writeId` tells (it returns the first outcome when the write was kept).
 */
export class StorageError extends Error {
  readonly kind: StorageErrorKind;
  /** SQLite's or the system's code, for the log: `SQLITE_FULL`, `ENOSPC`. */
  readonly code: string;

  constructor(kind: StorageErrorKind, code: string, cause: unknown) {
    super(`storage: ${kind} (${code})`, { cause });
    this.name = 'StorageError';
    this.kind = kind;
    this.code = code;
  }
}

const kindsBySystemCode: Readonly<Record<string, StorageErrorKind>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EBUSY: 'locked',
  EIO: 'io',
};

/** SQLite result codes are matched by their primary code; extended codes begin with it (sqlite.org/rescode.html). */
const kindsBySqliteCode: readonly (readonly [string, StorageErrorKind])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  // AEGIS refuses a page whose tag does not fit: the page is damaged, the medium may be fine.
  ['SQLITE_IOERR_DATA', 'damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'damaged'],
  ['SQLITE_IOERR_NOMEM', 'out-of-memory'],
  ['SQLITE_NOMEM', 'out-of-memory'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_IOERR', 'io'],
];

/** The error as a `StorageError` when it comes from SQLite or the file system; `null` for every other error. */
export function storageErrorOf(error: unknown): StorageError | null {
  if (error instanceof StorageError) return error;
  const code = codeOf(error);
  if (code === null) return null;
  const kind =
    error instanceof Database.SqliteError
      ? kindsBySqliteCode.find(([prefix]) => code.startsWith(prefix))?.[1]
      : kindsBySystemCode[code];
  return kind === undefined ? null : new StorageError(kind, code, error);
}

/** Runs `work` and lets failures of the storage out as `StorageError`; other errors pass unchanged. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storageErrorOf(error) ?? error;
  }
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
