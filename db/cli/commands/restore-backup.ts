import { existsSync } from 'node:fs';
import path from 'node:path';
import { words } from '../../model/localized.ts';
import type { OpenOptions } from '../../store/api.ts';
import { openStore, restoreBackup } from '../../store/index.ts';
import type { Command } from '../command.ts';
import { openingTold } from '../opening-told.ts';
import { Refusal } from '../refusal.ts';
import { databaseFile, opened, passphraseFor, storeOptions } from '../with-store.ts';

/** `zw restore-backup BACKUP`: puts a backup in the place of the file; what was there is kept beside it. */
export const restoreBackupCommand: Command = {
  name: 'restore-backup',
  summary: words(
    '用备份替换数据库，原文件改名保留',
    'Puts a backup in the place of the database; the old file is kept under another name',
  ),
  positionals: ['BACKUP'],
  options: storeOptions,
  prints: '{db, replaced, counts:{ledger: n}, notices:[…]}',
  run: (input, context) => {
    const file = databaseFile(input);
    const backup = path.resolve(input.positionals[0] ?? '');
    if (!existsSync(backup))
      throw new Refusal('not-found', words('没有这个备份', 'There is no such backup'), { backup });
    const passphrase = passphraseFor(input, context);
    refuseIfInUse({ file, passphrase, now: context.now }, openingTold(context));
    const replaced = restoreBackup(file, backup, context.now());
    const store = opened(openStore({ file, passphrase, now: context.now }, openingTold(context)));
    try {
      return { db: file, replaced, counts: store.counts(), notices: store.notices };
    } finally {
      store.close();
    }
  },
};

/** A file another program holds must not be pulled away under it. A damaged one cannot be opened, and that is why we are here. */
function refuseIfInUse(options: OpenOptions, tell: ReturnType<typeof openingTold>): void {
  const outcome = openStore(options, tell);
  if (outcome.ok) outcome.store.close();
  else if (outcome.kind === 'locked' || outcome.kind === 'wrong-passphrase') opened(outcome);
}
