import type { Step } from '../step.ts';

/** Natural keys lose their unique index; the opening program makes the same index again without `UNIQUE`. */
export const keysMayRepeat: Step = {
  version: 20,
  note: 'Two nodes may have recorded the same thing before they met: both records must fit into one table',
  changesRowsOf: [],
  up: (tools) => {
    for (const { name } of tools.rows(
      `SELECT i.name FROM sqlite_master i JOIN ledger l ON i.tbl_name = l.id
       WHERE i.type = 'index' AND i.name = l.id || '_key'`,
    )) {
      tools.run(`DROP INDEX ${String(name)}`);
    }
  },
};
