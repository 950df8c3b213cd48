import path from 'node:path';
import { words } from '../../model/localized.ts';
import { Refusal } from '../refusal.ts';
import { readText, storeCommand } from '../with-store.ts';

/** `zw sqlcipher-copy OUT`: a copy that Debian's `sqlcipher` opens, under a passphrase of its own. */
export const sqlcipherCopyCommand = storeCommand({
  name: 'sqlcipher-copy',
  summary: words('另存为 SQLCipher 4 格式的副本', 'Saves a copy in SQLCipher 4 format'),
  positionals: ['OUT'],
  options: {
    'copy-passphrase-file': {
      type: 'string',
      value: 'FILE',
      required: true,
      help: words('副本口令所在文件（首行）', 'File whose first line is the passphrase of the copy'),
    },
  },
  prints: '{file}',
  run: (store, { positionals: [out = ''], options }, { caller }) => {
    const passphrase = readText(String(options['copy-passphrase-file'])).split(/\r?\n/)[0] ?? '';
    const file = path.resolve(out);
    if (!store.saveSqlcipherCopy(file, passphrase, caller))
      throw new Refusal(
        'not-allowed',
        words('副本含有敏感台账，您无权查看', 'The copy would hold sensitive ledgers you may not open'),
      );
    return { file };
  },
});
