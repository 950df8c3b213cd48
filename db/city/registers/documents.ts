import type { SyncNode } from '../../model/sync/sync-node.ts';
import type { Core } from '../core.ts';
import { rowOf, rowsOf, run } from '../database.ts';

/** Documents of this kind (private keys) lie in the database only under the passphrase. */
const SECRET = 'secret';

interface DocumentRow {
  readonly key: string;
  readonly content: string | null;
  readonly sealed: Uint8Array | null;
}

/** Identity, certificates, cards, revocations. */
export function documentsOf(core: Core): SyncNode['documents'] {
  const { session } = core.database;
  const textOf = (kind: string, { key, content, sealed }: DocumentRow): string =>
    sealed === null ? (content ?? '') : core.vault.open(`${kind}/${key}`, sealed);
  return {
    async get(kind, key) {
      const row = await rowOf<DocumentRow>(
        session,
        'SELECT key, content, sealed FROM city_document WHERE kind = $1 AND key = $2',
        [kind, key],
      );
      return row && textOf(kind, row);
    },
    async set(kind, key, content) {
      const isSecret = kind === SECRET;
      await run(
        session,
        `INSERT INTO city_document (kind, key, content, sealed) VALUES ($1, $2, $3, $4)
         ON CONFLICT (kind, key) DO UPDATE SET content = excluded.content, sealed = excluded.sealed`,
        [
          kind,
          key,
          isSecret ? null : content,
          isSecret ? Buffer.from(core.vault.seal(`${kind}/${key}`, content)) : null,
        ],
      );
    },
    async list(kind) {
      const rows = await rowsOf<DocumentRow>(
        session,
        'SELECT key, content, sealed FROM city_document WHERE kind = $1 ORDER BY key COLLATE "C"',
        [kind],
      );
      return rows.map((row) => ({ key: row.key, content: textOf(kind, row) }));
    },
  };
}
