import { finished } from 'node:stream/promises';
import { from } from 'pg-copy-streams';
import type { Connection } from '../database.ts';

/** Copies lines in PostgreSQL's text form into a table. */
export async function copyLines(connection: Connection, sql: string, lines: Uint8Array): Promise<void> {
  const stream = connection.query(from(sql));
  stream.end(lines);
  await finished(stream);
}

const special = /[\\\t\n\r]/;

/** A value as a field of COPY's text form. */
export function copied(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return value === true ? 't' : value === false ? 'f' : String(value);
  if (!special.test(value)) return value;
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
