import type Database from 'better-sqlite3-multiple-ciphers';

/** The SQLite connection itself. Only the store's own files hold one. */
export type RawDatabase = Database.Database;
export type Statement = Database.Statement;
