import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { words } from '../../model/localized.ts';
import type { Values } from '../../model/field-kind.ts';
import { city, officeOf } from '../../practice/index.ts';
import type { Store } from '../../store/api.ts';
import { createStore } from '../../store/index.ts';
import type { Command, Context, StoreContext } from '../command.ts';
import { UsageError } from '../refusal.ts';
import { callerOf, databaseFile, opened, passphraseOf, storeOptions, written } from '../with-store.ts';

/** `zw init`: a new, empty, encrypted database for a town, or a village of it, with the town's divisions in it. */
export const initCommand: Command = {
  name: 'init',
  summary: words(
    '新建加密数据库，写入该镇街的村（社区）',
    "Makes an encrypted database holding the town's villages",
  ),
  positionals: [],
  options: {
    ...storeOptions,
    town: {
      type: 'string',
      value: 'CODE',
      required: true,
      help: words(
        '镇街代码（9 或 12 位）或村（社区）代码（12 位）',
        'Code of a town (9 or 12 digits) or village (12)',
      ),
    },
  },
  prints: '{db, town, practice, counts:{ledger: n}}',
  run: (input, context) => {
    const code = String(input.options['town']);
    const divisions = code === city.code ? null : officeOf(code);
    if (divisions === null)
      throw new UsageError(
        words(`没有代码为 ${code} 的镇街或村（社区）`, `There is no town or village with the code ${code}`),
      );
    const file = databaseFile(input);
    const passphrase = passphraseOf(input, context);
    makeFolder(file);
    const store = opened(
      createStore({
        file,
        passphrase,
        now: context.now,
        town: divisions.office,
        practice: false,
        ...kdfOf(context),
      }),
    );
    try {
      addDivisions(store, divisions.rows(), { caller: callerOf(context) });
      return { db: file, town: store.info.town, practice: false, counts: store.counts() };
    } finally {
      store.close();
    }
  },
};

/** The cost of the key derivation, for options of a new database. */
export const kdfOf = ({ kdfCost }: Context): { readonly kdfCost?: number } =>
  kdfCost === undefined ? {} : { kdfCost };

/** Makes the folder a new database is to lie in. */
export function makeFolder(file: string): void {
  const folder = path.dirname(file);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
}

/** Writes the divisions an office begins with, some hundred in one transaction. */
export function addDivisions(
  store: Store,
  rows: readonly { readonly id: string; readonly values: Values }[],
  { caller }: Pick<StoreContext, 'caller'>,
): void {
  const writes = rows.map(({ id, values }) => ({ ledger: 'division', id, op: 'create', values }) as const);
  written(store.write({ writeId: randomUUID(), caller, writes }));
}
