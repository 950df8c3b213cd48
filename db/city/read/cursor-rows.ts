import { type Database, rolledBack, rowsOf, run } from '../database.ts';
import type { StagedRow } from '../ingest/staging.ts';

const PAGE_ROWS = 2000;

/** Rows of a query as they stood when it began, read page by page so that memory stays flat. */
export async function* cursorRows(
  database: Database,
  query: { readonly sql: string; readonly values: readonly unknown[] },
): AsyncIterable<StagedRow> {
  const connection = await database.connect();
  try {
    await run(connection, 'BEGIN READ ONLY');
    await run(connection, `DECLARE rows_read NO SCROLL CURSOR FOR ${query.sql}`, query.values);
    for (;;) {
      const page = await rowsOf<StagedRow>(connection, `FETCH ${PAGE_ROWS} FROM rows_read`);
      yield* page;
      if (page.length < PAGE_ROWS) break;
    }
  } finally {
    // Also when the reader stops early; nothing was written.
    connection.release(!(await rolledBack(connection)));
  }
}
