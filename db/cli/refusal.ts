import type { Localized } from '../model/localized.ts';

/** Codes that `zw` adds to the store's own refusals. Together they are the closed list of docs/cli.md. */
export type RefusalCode =
  | 'invalid'
  | 'conflict'
  | 'key-taken'
  | 'not-found'
  | 'removed'
  | 'later-changes'
  | 'open-failed'
  | 'passphrase-needed'
  | 'bad-file'
  | 'cancelled'
  | 'not-allowed'
  | 'failed';

/** An expected "no": exit code 1, the reason as JSON on stdout and as a sentence on stderr. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly text: Localized;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: RefusalCode, text: Localized, details: Readonly<Record<string, unknown>> = {}) {
    super(text.en);
    this.code = code;
    this.text = text;
    this.details = details;
  }
}

/** The call itself is wrong (unknown option, missing argument): exit code 2. */
export class UsageError extends Error {
  readonly text: Localized;

  constructor(text: Localized) {
    super(text.en);
    this.text = text;
  }
}
