import { createHash, hash as digestOf } from 'node:crypto';
import { mediaTypeOf, UNKNOWN_MEDIA_TYPE } from '../../model/media-type.ts';
import type { NodeFiles } from '../../model/sync/sync-node.ts';
import type { Core } from '../core.ts';
import { rowOf, rowsOf, run, type Session } from '../database.ts';

/** Bytes of a piece: what the server and the connection hold in memory several times over. */
const PIECE_BYTES = 4 * 1024 * 1024;

interface FileRow {
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
}

/** Attachments, in the database like the rows that name them: a backup has both. */
export function filesOf({ database, now }: Core): NodeFiles {
  const { session } = database;
  const info: NodeFiles['info'] = async (hash) => {
    const row = await rowOf<FileRow>(
      session,
      'SELECT name, media_type, bytes FROM city_file WHERE hash = $1',
      [hash],
    );
    return row && { name: row.name, mediaType: row.media_type, bytes: row.bytes };
  };
  return {
    info,
    async content(hash) {
      const known = await info(hash);
      if (known === null) return null;
      const whole = Buffer.alloc(known.bytes);
      const digest = createHash('sha256');
      for (let at = 0, no = 0; at < known.bytes; no += 1) {
        const piece = await rowOf<{ content: Uint8Array }>(
          session,
          'SELECT content FROM city_file_piece WHERE hash = $1 AND no = $2',
          [hash, no],
        );
        if (piece === null || at + piece.content.length > known.bytes) return null;
        whole.set(piece.content, at);
        digest.update(piece.content);
        at += piece.content.length;
      }
      return digest.digest('hex') === hash ? whole : null;
    },
    // One that is damaged is replaced: whoever sends it again has it whole.
    keep: (content, { name }) =>
      database.shortTransaction(async (connection) => {
        const hash = digestOf('sha256', content, 'hex');
        const mediaType = mediaTypeOf(content) ?? UNKNOWN_MEDIA_TYPE;
        await run(
          connection,
          `INSERT INTO city_file (hash, name, media_type, bytes, at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (hash) DO UPDATE SET bytes = excluded.bytes`,
          [hash, name, mediaType, content.length, now()],
        );
        await run(connection, 'DELETE FROM city_file_piece WHERE hash = $1', [hash]);
        for (let at = 0, no = 0; at < content.length; at += PIECE_BYTES, no += 1) {
          await run(connection, 'INSERT INTO city_file_piece (hash, no, content) VALUES ($1, $2, $3)', [
            hash,
            no,
            Buffer.from(content.subarray(at, at + PIECE_BYTES)),
          ]);
        }
      }),
  };
}

/** Those of the named attachments that are here, with their sizes in bytes. */
export const filesHere = (
  session: Session,
  hashes: readonly string[],
): Promise<readonly { readonly hash: string; readonly bytes: number }[]> =>
  hashes.length === 0
    ? Promise.resolve([])
    : rowsOf(session, 'SELECT hash, bytes FROM city_file WHERE hash = ANY($1) ORDER BY hash', [hashes]);
