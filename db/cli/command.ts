import type { ParseArgsOptionDescriptor } from 'node:util';
import type { Language, Localized } from '../model/localized.ts';
import type { Caller, Store } from '../store/api.ts';

/** An option of a command: how it is parsed and how `--help` describes it. */
export interface CommandOption {
  readonly type: ParseArgsOptionDescriptor['type'];
  /** Placeholder of the value in the usage line: `FILE`, `N`, `JSON`. Absent for switches. */
  readonly value?: string;
  readonly help: Localized;
  readonly required?: boolean;
}

/** What a command was called with; options by name without dashes, checked for presence and form, not for sense. */
export interface Input {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** Who calls `zw`, and what he may see. */
export type ZwUser = Pick<Caller, 'user' | 'seesMasked' | 'seesSensitive'>;

/** The world of one call: clock, language, the database, and where messages go. */
export interface Context {
  readonly language: Language;
  readonly user?: ZwUser;
  /** scrypt cost of new databases, where it is not the store's own. */
  readonly kdfCost?: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** One line on stderr. */
  say(line: string): void;
  /** Progress on stderr, at most a few lines a second; shown only on a terminal. */
  progress(done: number, total: number): void;
  readStdin(): string;
}

/** A command of `zw`: one file in `commands/`, one line in `registry.ts`. */
export interface Command {
  readonly name: string;
  readonly summary: Localized;
  /** Positional arguments in their order; names as printed in the usage line. */
  readonly positionals: readonly string[];
  /** Positionals from the end that may be left out. Default 0. */
  readonly optionalPositionals?: number;
  /** The last positional may be repeated. */
  readonly repeats?: boolean;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Shape of what it prints, for `--help` and docs/cli.md. */
  readonly prints: string;
  /** Returns the value that goes to stdout as JSON. Throws `Refusal` or `UsageError`. */
  readonly run: (input: Input, context: Context) => unknown;
}

/** A command that works on an open database; `--db` and the passphrase are dealt with before it is called. */
export interface StoreCommand extends Omit<Command, 'run'> {
  readonly run: (store: Store, input: Input, context: StoreContext) => unknown;
}
export interface StoreContext extends Context {
  readonly caller: Caller;
}
