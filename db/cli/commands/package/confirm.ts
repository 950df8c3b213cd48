import { confirmByPhone } from '../../../exchange/sync/confirm-by-phone.ts';
import { words } from '../../../model/localized.ts';
import { exchangeRefused } from '../../exchange/told.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw package confirm`: the short receipt read over the telephone. */
export const packageConfirmCommand = storeCommand({
  name: 'package confirm',
  summary: words('录入电话回执码', 'Takes the receipt code read over the telephone'),
  positionals: ['CODE'],
  repeats: true,
  options: {},
  prints: '{digest, status:"applied"|"held"|"fork"}',
  run: async (store, input) => {
    const result = await confirmByPhone(store.sync, input.positionals.join(' '));
    if (!result.ok) throw exchangeRefused(result);
    return { digest: result.digest, status: result.status };
  },
});
