import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { words } from '../../model/localized.ts';
import { Refusal } from '../refusal.ts';
import { storeCommand } from '../with-store.ts';

/** `zw attachment HASH OUT`: gets a kept file back. */
export const attachmentCommand = storeCommand({
  name: 'attachment',
  summary: words('取出附件', 'Writes a kept file to disk'),
  positionals: ['HASH', 'OUT'],
  options: {},
  prints: '{hash, name, mediaType, bytes, file}',
  run: (store, { positionals: [hash = '', out = ''] }, { caller }) => {
    const info = store.attachments.info(hash, caller);
    const bytes = store.attachments.read(hash, caller);
    if (info === null || bytes === null) {
      throw new Refusal('not-found', words('没有这个附件', 'There is no such attachment'), { hash });
    }
    const file = path.resolve(out);
    writeFileSync(file, bytes, { flag: 'wx' });
    return { ...info, file };
  },
});
