import { readFileSync } from 'node:fs';
import path from 'node:path';
import { words } from '../../model/localized.ts';
import { Refusal } from '../refusal.ts';
import { storeCommand } from '../with-store.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
};

/** `zw attach FILE`: keeps a file; its hash is then written into an attachment field with `save`. */
export const attachCommand = storeCommand({
  name: 'attach',
  summary: words(
    '存入附件，输出的 hash 可写进附件字段',
    'Keeps a file; put the hash printed into an attachment field',
  ),
  positionals: ['FILE'],
  options: {},
  prints: '{hash, name, mediaType, bytes}',
  run: (store, { positionals: [file = ''] }) => {
    const mediaType = mediaTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    return store.attachments.put(bytesOf(file), path.basename(file), mediaType);
  },
});

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Refusal('bad-file', words(`文件读不出：${file}`, `Cannot read the file ${file}`), { file });
  }
}
