import type { Caller } from '../api.ts';
import type { Core } from '../repository/core.ts';

/** Writes down who looked at which withheld value in full, durably, before the value is shown. */
export function logView(
  core: Core,
  view: { readonly ledger: string; readonly id: string; readonly field: string },
  caller: Caller,
): void {
  core.connection.run(
    'INSERT INTO view_log (at, user, ledger, record, field) VALUES (?, ?, ?, ?, ?)',
    core.now().toISOString(),
    caller.user,
    view.ledger,
    view.id,
    view.field,
  );
}
