import { words } from '../../model/localized.ts';
import { storeCommand } from '../with-store.ts';

/** `zw backup`: a dated, encrypted copy beside the file. */
export const backupCommand = storeCommand({
  name: 'backup',
  summary: words('备份数据库（加密，存于 F-backups）', 'Makes an encrypted backup in F-backups'),
  positionals: [],
  options: {},
  prints: '{file}',
  run: (store) => ({ file: store.backup('zw') }),
});
