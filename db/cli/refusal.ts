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
  | 'exchange'
  | 'medium'
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

/** Some of what was given was refused: exit code 1, and the whole answer on stdout says which and why. */
export class RefusedInPart extends Error {
  readonly value: unknown;

  constructor(value: unknown) {
    super('refused in part');
    this.value = value;
  }
}
