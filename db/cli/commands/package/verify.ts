import path from 'node:path';
import { verifyPackage } from '../../../exchange/sync/verify.ts';
import { exchangeRefusalText } from '../../../exchange/sync/refusal.ts';
import { words } from '../../../model/localized.ts';
import type { Command } from '../../command.ts';
import { parentOptions, withTarget } from '../../exchange/open-node.ts';
import { RefusedInPart, UsageError } from '../../refusal.ts';
import { storeOptions } from '../../with-store.ts';

/** `zw package verify`: reads a package to its end as taking it in would, and changes nothing. */
export const packageVerifyCommand: Command = {
  name: 'package verify',
  summary: words('核对数据包，不导入', 'Verifies a package without taking it in'),
  positionals: ['FILE'],
  options: {
    db: { ...storeOptions.db, required: false },
    store: { ...parentOptions.store, required: false },
    'passphrase-file': storeOptions['passphrase-file'],
  },
  prints: '{ok, header, reason, message}',
  run: async (input, context) => {
    const { db, store } = input.options;
    if ((db === undefined) === (store === undefined))
      throw new UsageError(words('请给出 --db 或 --store 之一', 'Give either --db or --store'));
    const name = db === undefined ? String(store) : `sqlite:${String(db)}`;
    return withTarget(name, { input, context }, async ({ node }) => {
      const result = await verifyPackage(node, path.resolve(input.positionals[0] ?? ''));
      if (result.ok) return { ok: true, header: result.header, reason: null, message: null };
      const message = exchangeRefusalText(result)[context.language];
      context.say(message);
      throw new RefusedInPart({ ok: false, header: null, reason: result.code, message });
    });
  },
};
