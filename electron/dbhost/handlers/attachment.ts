import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { mediaTypeOf } from '../../../db/model/media-type.ts';
import { Refusal } from '../../contract/serve.ts';
import type { HandlersOf } from './desk.ts';

/** A photo of a good camera is 15 MB, a scanned dossier 40; what is larger belongs into a folder, not into a ledger. */
const LARGEST_bytes = 50_000_000;

/** Pictures and scans kept beside the database. */
export function createAttachmentHandlers(): HandlersOf<'attachment'> {
  return {
    'attachment.add': async ({ file }, { store }) => {
      const found = await stat(file).catch(() => null);
      if (found === null || !found.isFile()) return new Refusal('not-found', 'file');
      if (found.size > LARGEST_bytes) {
        return new Refusal('refused', 'attachment-too-large', { bytes: found.size, most: LARGEST_bytes });
      }
      const bytes = await readFile(file);
      const mediaType = mediaTypeOf(bytes);
      if (mediaType === null) return new Refusal('refused', 'attachment-kind');
      return store.attachments.put(bytes, path.basename(file), mediaType);
    },
    'attachment.read': ({ hash }, { store, caller }) => {
      const info = store.attachments.info(hash, caller);
      const bytes = info === null ? null : store.attachments.read(hash, caller);
      if (info === null || bytes === null) return new Refusal('not-found', 'attachment');
      return { name: info.name, mediaType: info.mediaType, bytes: new Uint8Array(bytes) };
    },
  };
}
