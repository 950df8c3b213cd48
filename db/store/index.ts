export type * from './api.ts';
export { dayBoard, dayRows } from './due/day-board.ts';
export { toldBoard, toldRows } from './due/told-board.ts';
export { dueWhere } from './due/due-where.ts';
export { sqliteIntegrityCheck } from './check/own-check.ts';
export { createStore, openSteps, openStore } from './open/open-store.ts';
export { restoreBackup, restoreKeyslots } from './open/restore.ts';
export { StorageError } from './storage-error.ts';
export { WhereError } from './repository/where.ts';

/** Passphrase of every practice file: public, as its people are invented. */
export const practicePassphrase = 'practice-town';
