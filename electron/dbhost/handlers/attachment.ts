import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { largestAttachment_bytes, readAttachment } from '../../../db/model/media-type.ts';
import { Refusal } from '../../contract/serve.ts';
import type { HandlersOf } from './desk.ts';

/** Pictures and scans kept beside the database. */
export function createAttachmentHandlers(): HandlersOf<'attachment'> {
  return {
    'attachment.add': async ({ file }, { store }) => {
      const found = await stat(file).catch(() => null);
      if (found === null || !found.isFile()) return new Refusal('not-found', 'file');
      // By the size on disk, before it is read.
      if (found.size > largestAttachment_bytes) return tooLarge(found.size);
      const bytes = await readFile(file);
      const kind = readAttachment(bytes);
      if ('mediaType' in kind) return store.attachments.put(bytes, path.basename(file), kind.mediaType);
      return kind.refused === 'attachment-kind'
        ? new Refusal('refused', kind.refused)
        : tooLarge(bytes.length);
    },
    'attachment.read': ({ hash }, { store, caller }) => {
      const info = store.attachments.info(hash, caller);
      const bytes = info === null ? null : store.attachments.read(hash, caller);
      if (info === null || bytes === null) return new Refusal('not-found', 'attachment');
      return { name: info.name, mediaType: info.mediaType, bytes: new Uint8Array(bytes) };
    },
    'attachment.save': async ({ hash, file }, { store, caller }) => {
      const bytes = store.attachments.read(hash, caller);
      if (bytes === null) return new Refusal('not-found', 'attachment');
      await writeFile(file, bytes);
      return {};
    },
  };
}

const tooLarge = (bytes: number): Refusal =>
  new Refusal('refused', 'attachment-too-large', { bytes, most: largestAttachment_bytes });
