import { mediaTypeOf, UNKNOWN_MEDIA_TYPE } from '../../model/media-type.ts';
import type { EncryptedAttachments } from '../attachments/attachment-store.ts';
import type { SyncStore } from '../api/sync.ts';

/** Attachments as the exchange takes and gives them. What a file is, its content says, not the package it came in. */
export const nodeFiles = (attachments: EncryptedAttachments): SyncStore['files'] => ({
  info: (hash) => attachments.info(hash),
  content: (hash) => attachments.read(hash),
  keep: (content, { name }) => {
    attachments.put(content, name, mediaTypeOf(content) ?? UNKNOWN_MEDIA_TYPE);
  },
});
