import type { Caller } from '../api.ts';
import type { Core } from '../repository/core.ts';

/** Records of a ledger looked at together; `field`: what was shown in full, or `$` and a way of `lookWays`. */
export interface Viewed {
  readonly ledger: string;
  /** An empty id stands for all of the ledger. */
  readonly ids: readonly string[];
  readonly field: string;
}

/** Writes down who looked at what, durably, before it is shown. */
export function logViews(core: Core, { ledger, ids, field }: Viewed, { user, name }: Caller): void {
  const at = core.now().toISOString();
  core.connection.transaction(() => {
    for (const id of ids)
      core.connection.run(
        'INSERT INTO view_log (at, user, name, ledger, record, field) VALUES (?, ?, ?, ?, ?, ?)',
        at,
        user,
        name,
        ledger,
        id,
        field,
      );
  });
}
