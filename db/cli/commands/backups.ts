import { words } from '../../model/localized.ts';
import { storeCommand } from '../with-store.ts';

/** `zw backups`: the backups there are, newest first. */
export const backupsCommand = storeCommand({
  name: 'backups',
  summary: words('列出备份', 'Lists the backups'),
  positionals: [],
  options: {},
  prints: '[{file, at, bytes, reason}]',
  run: (store) => store.backups(),
});
