import { createReadStream } from 'node:fs';
import readline from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** A line of a package about a person, as far as the other programs need it. */
const lineShape = z.object({
  i: z.string(),
  t: z.tuple([z.number(), z.string()]),
  a: z.string(),
  w: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  v: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  x: z.object({ r: z.string().nullable() }).optional(),
});
type Line = z.infer<typeof lineShape>;

/** The people in a file of lines. */
export async function* peopleIn(file: string): AsyncGenerator<Line> {
  let isPerson = false;
  for await (const text of readline.createInterface({ input: createReadStream(file) })) {
    if (text.startsWith('{"ledger":')) isPerson = text.startsWith('{"ledger":"person"');
    else if (isPerson) yield lineShape.parse(JSON.parse(text));
  }
}

/** Columns and their values that an edit sets in the plain table. */
export function columnsOf(
  { w, v, x, t, a }: Line,
  hasStamps: boolean,
): Readonly<Record<string, string | number | null>> {
  const at = new Date(t[0] / 1024).toISOString();
  return {
    ...(w ?? v),
    ...(x === undefined ? {} : { removed_at: at.slice(0, 10), removed_reason: x.r }),
    ...(hasStamps ? { updated_at: at, updated_by: a } : {}),
  };
}

/** One plain table of all people, as another program would keep it: no encryption, no change log. */
export async function plainTable(file: string, first: string): Promise<void> {
  const names = new Set(['remark', 'workplace', 'checked_on']);
  for await (const { w } of peopleIn(first)) for (const name of Object.keys(w ?? {})) names.add(name);
  const columns = [...names];
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
    CREATE TABLE person (id TEXT PRIMARY KEY, ${columns.map((name) => `"${name}"`).join(', ')}, removed_at, removed_reason, updated_at, updated_by);
    BEGIN`);
  const insert = db.prepare(
    `INSERT INTO person (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`,
  );
  for await (const { i, w } of peopleIn(first)) insert.run(i, ...columns.map((name) => w?.[name] ?? null));
  db.exec('COMMIT');
  db.close();
}

/** Makes the edits in the table and returns the session's changeset of them. */
export async function editedWithSession(
  file: string,
  increment: string,
  hasStamps: boolean,
): Promise<Recorded> {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF');
  const session = db.createSession({ table: 'person' });
  db.exec('BEGIN');
  for await (const line of peopleIn(increment)) {
    const entries = Object.entries(columnsOf(line, hasStamps));
    const names = entries.map(([name]) => name);
    const values = entries.map(([, value]) => value);
    if (line.w !== undefined)
      db.prepare(`INSERT INTO person (id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`).run(
        line.i,
        ...values,
      );
    else
      db.prepare(`UPDATE person SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`).run(
        ...values,
        line.i,
      );
  }
  const before = process.cpuUsage();
  const changeset = session.changeset();
  const { user, system } = process.cpuUsage(before);
  db.exec('COMMIT');
  session.close();
  db.close();
  return { changeset, cpu_s: (user + system) / 1e6 };
}

/** A changeset and what asking for it cost; recording it costs each edit beforehand. */
export interface Recorded {
  readonly changeset: Uint8Array;
  readonly cpu_s: number;
}
