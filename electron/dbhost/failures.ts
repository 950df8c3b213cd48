import { randomUUID } from 'node:crypto';
import type { Failure } from '../contract/failure.ts';
import { WhereError } from '../../db/store/index.ts';
import { storageErrorOf } from '../../db/store/storage-error.ts';

/** What was thrown, as the failure the window is told. Called once, at the edge of the process. */
export interface Translator {
  /** `work` is the call or the kind of job it happened in. */
  readonly toFailure: (error: unknown, work: string) => Failure;
}

/**
 * Storage trouble keeps its kind; whatever else was thrown is our mistake and gets a log id.
 * `log` takes one text per mistake; names of errors and places in the code only, for messages may quote a record.
 */
export function createTranslator(log: (text: string) => void): Translator {
  return {
    toFailure(error, work) {
      if (error instanceof WhereError) {
        return { code: 'invalid-input', kind: 'bad-filter', details: { field: error.field } };
      }
      const storage = storageErrorOf(error);
      if (storage !== null) {
        log(`storage ${work} ${storage.kind} ${storage.code}`);
        return { code: 'storage', kind: storage.kind, details: { code: storage.code } };
      }
      const logId = randomUUID().slice(0, 8);
      log(`bug ${logId} ${work} ${describe(error)}`);
      return { code: 'bug', kind: 'unexpected', details: { logId } };
    },
  };
}

/** Messages written by the engine or the driver name program parts; those of our own errors may hold values. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const isEngineError =
    error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  const isDriverError = error.name === 'SqliteError';
  const message = isEngineError || isDriverError ? ` ${error.message}` : '';
  return [`${error.name}${message}`, ...frames].join('\n');
}
