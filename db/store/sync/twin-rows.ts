import type { Core } from '../repository/core.ts';

/** Ids of the records that are, or were, listed as twins of this one. */
export const twinsNamed = (core: Core, ledger: string, id: string): readonly string[] =>
  core.connection
    .rows(
      `SELECT other AS id FROM twin WHERE ledger = ? AND record = ?
       UNION SELECT record FROM twin WHERE ledger = ? AND other = ?`,
      ledger,
      id,
      ledger,
      id,
    )
    .map((row) => String(row['id']));
