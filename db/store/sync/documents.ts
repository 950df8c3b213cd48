import type { SyncStore } from '../api/sync.ts';
import { documentOf, type SyncParts } from './sync-parts.ts';

/** Identity, certificates, cards and the like, as texts by kind and key. */
export function documentStore(parts: SyncParts): SyncStore['documents'] {
  const { connection } = parts.core;
  return {
    get: (kind, key) => documentOf(parts, kind, key),
    set: (kind, key, content) => {
      connection.run(
        `INSERT INTO sync_document (kind, key, content) VALUES (?, ?, ?)
         ON CONFLICT (kind, key) DO UPDATE SET content = excluded.content`,
        kind,
        key,
        content,
      );
    },
    list: (kind) =>
      connection
        .rows('SELECT key, content FROM sync_document WHERE kind = ? ORDER BY key', kind)
        .map((row) => ({ key: String(row['key']), content: String(row['content']) })),
  };
}
