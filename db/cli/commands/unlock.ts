import { words } from '../../model/localized.ts';
import { storeCommand } from '../with-store.ts';

/** `zw unlock`: opens the database as the window would and says what it is and what was noticed. */
export const unlockCommand = storeCommand({
  name: 'unlock',
  summary: words('验证口令并输出数据库概况', 'Tries the passphrase and prints what the database is'),
  positionals: [],
  options: {},
  prints: '{db, town, practice, lineage, schemaVersion, pending, counts:{ledger: n}, notices:[…]}',
  run: (store) => {
    const { file, town, practice, lineage, schemaVersion } = store.info;
    const counts = store.counts();
    return {
      db: file,
      town,
      practice,
      lineage,
      schemaVersion,
      pending: store.pendingChanges(),
      counts,
      notices: store.notices,
    };
  },
});
