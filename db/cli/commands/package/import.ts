import path from 'node:path';
import { takeIn } from '../../../exchange/sync/take-in.ts';
import { words } from '../../../model/localized.ts';
import { holdFolderOf } from '../../exchange/open-node.ts';
import { exchangeRefused } from '../../exchange/told.ts';
import { databaseFile, storeCommand } from '../../with-store.ts';

/** `zw package import`: a receipt, corrections from above, or what a restored file lacks. */
export const packageImportCommand = storeCommand({
  name: 'package import',
  summary: words('导入回执或下发包', 'Takes in a receipt or what came down'),
  positionals: ['FILE'],
  options: {},
  prints:
    '{kind:"receipt"|"down"|"give-back", status, accepted, returned, conflicts, duplicates, acknowledged, alarm, released}',
  run: async (store, input, context) => {
    const result = await takeIn(store.sync, {
      file: path.resolve(input.positionals[0] ?? ''),
      holdFolder: holdFolderOf(databaseFile(input)),
      now: context.now,
      onProgress: (done, total) => context.progress(done, total),
    });
    if (!result.ok) throw exchangeRefused(result);
    if (result.status === 'receipt') {
      const { kind, status, accepted, returned, duplicates, acknowledged, alarm, number } = result;
      return {
        kind,
        status,
        number,
        accepted,
        returned,
        conflicts: 0,
        duplicates,
        acknowledged,
        alarm,
        released: 0,
      };
    }
    const { outcome, status, released } = result;
    return {
      kind: result.kind === 'give-back' ? 'give-back' : 'down',
      status,
      number: result.to,
      accepted: outcome?.accepted ?? 0,
      returned: outcome?.returned.length ?? 0,
      conflicts: outcome?.conflicts ?? 0,
      duplicates: outcome?.duplicates.length ?? 0,
      acknowledged: null,
      alarm: null,
      released: released.length,
    };
  },
});
