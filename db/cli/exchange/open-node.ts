import os from 'node:os';
import path from 'node:path';
import { openCity } from '../../city/index.ts';
import type { CityProblem, PostgresCity } from '../../city/api.ts';
import { words, type Localized } from '../../model/localized.ts';
import type { SyncNode } from '../../model/sync/sync-node.ts';
import type { Store } from '../../store/api.ts';
import { openStore, practicePassphrase } from '../../store/index.ts';
import { readKeyslots } from '../../store/open/keyslots.ts';
import { placesOf } from '../../store/open/places.ts';
import type { Command, CommandOption, Context, Input } from '../command.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { openingTold } from '../opening-told.ts';
import { Refusal, UsageError } from '../refusal.ts';
import { opened, passphraseOf, refuseClosed, storeOptions } from '../with-store.ts';

/** Options of commands that work on a city or another parent office. */
export const parentOptions = {
  store: {
    type: 'string',
    value: 'S',
    required: true,
    help: words(
      '上级数据库：sqlite:文件 或 postgres://…',
      'Database of the parent: sqlite:FILE or postgres://…',
    ),
  },
  'passphrase-file': storeOptions['passphrase-file'],
} as const satisfies Record<string, CommandOption>;

/** A place that keeps records and takes part in the exchange, opened. */
export interface OpenedNode {
  readonly node: SyncNode;
  /** One of the two is set: a SQLite store, or a city on PostgreSQL. */
  readonly store: Store | null;
  readonly city: PostgresCity | null;
  /** Where packages that came early wait. */
  readonly holdFolder: string;
}

/** A command that opens the place named by `--store`, runs, and closes it whatever happens. */
export function parentCommand(
  spec: Omit<Command, 'run'> & {
    readonly run: (opened: OpenedNode, input: Input, context: Context) => Promise<unknown>;
  },
): Command {
  return {
    ...spec,
    options: { ...parentOptions, ...spec.options },
    run: (input, context) => {
      if (spec.positionals[0] === 'LEDGER') refuseClosed(ledgerNamed(input.positionals[0]), context);
      return withTarget(String(input.options['store']), { input, context }, (place) =>
        spec.run(place, input, context),
      );
    },
  };
}

/** Opens the place a text names, works on it, and closes it whatever happens. */
export async function withTarget<T>(
  name: string,
  { input, context }: { readonly input: Input; readonly context: Context },
  work: (opened: OpenedNode) => Promise<T>,
): Promise<T> {
  const place = await openTarget(targetOf(name), input, context);
  try {
    return await work(place);
  } finally {
    place.store?.close();
    await place.city?.close();
  }
}

/** What `--store` names. */
export type Target =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly url: string };

/** Reads `--store`. @throws UsageError when it is neither form. */
export function targetOf(text: string): Target {
  if (/^postgres(ql)?:\/\//.test(text)) return { kind: 'postgres', url: text };
  if (text.startsWith('sqlite:') && text.length > 'sqlite:'.length)
    return { kind: 'sqlite', file: path.resolve(text.slice('sqlite:'.length)) };
  throw new UsageError(
    words('--store 应为 sqlite:文件 或 postgres://…', '--store must be sqlite:FILE or postgres://…'),
  );
}

/** Folder beside a database file where packages that came early wait. */
export const holdFolderOf = (file: string): string => `${file}-inbox`;

async function openTarget(target: Target, input: Input, context: Context): Promise<OpenedNode> {
  if (target.kind === 'sqlite') {
    const isPractice = readKeyslots(placesOf(target.file).keys)?.practice === true;
    const passphrase = isPractice ? practicePassphrase : passphraseOf(input, context);
    const options = { file: target.file, passphrase, now: context.now };
    const store = opened(openStore(options, openingTold(context)));
    return { node: store.sync, store, city: null, holdFolder: holdFolderOf(target.file) };
  }
  const passphrase = passphraseOf(input, context);
  const outcome = await openCity(target.url, { passphrase, now: context.now });
  if (!outcome.ok) throw cityRefusal(outcome.problem);
  const name = new URL(target.url).pathname.slice(1) || 'city';
  const holdFolder = path.join(os.homedir(), 'zhiwang-city-inbox', name);
  return { node: outcome.city, store: null, city: outcome.city, holdFolder };
}

const cityProblems: Readonly<Record<CityProblem['kind'], Localized>> = {
  unreachable: words('连不上市级数据库', 'The city database cannot be reached'),
  'not-a-city': words(
    '该数据库里没有市级数据，请先用 city init 建立',
    'No city in this database; make one with city init',
  ),
  exists: words(
    '该数据库里已有市级数据，不会覆盖',
    'There is a city in this database already; it is not overwritten',
  ),
  'wrong-passphrase': words('口令不对', 'Wrong passphrase'),
  newer: words(
    '数据库由更新版本的程序建立，请升级本程序',
    'The database was made by a newer version; update this program',
  ),
  'not-utf8': words('数据库的字符集不是 UTF8', 'The database is not in UTF8'),
};

/** The refusal of a city database. */
export const cityRefusal = (problem: CityProblem): Refusal =>
  new Refusal('open-failed', cityProblems[problem.kind], { ...problem });
