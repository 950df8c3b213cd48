import { words } from '../../../model/localized.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw conflicts retry`: tries the rows that wait once more. */
export const conflictsRetryCommand = storeCommand({
  name: 'conflicts retry',
  summary: words('重试待处理的行', 'Tries the rows that wait once more'),
  positionals: [],
  options: {},
  prints: '{taken, left}',
  run: ({ sync }, _input, { caller }) => sync.quarantine.retry(caller),
});
