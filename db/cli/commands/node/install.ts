import { installFile } from '../../../exchange/sync/enrol.ts';
import { words } from '../../../model/localized.ts';
import { exchangeRefused } from '../../exchange/told.ts';
import { storeCommand } from '../../with-store.ts';
import { fileBytes } from '../city/accept.ts';

/** `zw node install`: takes the parent's certificate in. */
export const nodeInstallCommand = storeCommand({
  name: 'node install',
  summary: words('装入上级签发的登记证书', "Takes in the parent's certificate"),
  positionals: ['CERT'],
  options: {},
  prints: '{parent:{node, name}}',
  run: async (store, input) => {
    const installed = await installFile(store.sync, fileBytes(input.positionals[0] ?? ''));
    if (!installed.ok) throw exchangeRefused(installed);
    return { parent: { node: installed.parent.node, name: installed.parent.name } };
  },
});
