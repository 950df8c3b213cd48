import type { Conflict, ConflictSide } from '../../../db/store/api/sync.ts';
import { ledgerById } from '../../../db/model/registry.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import { fieldLabel, isRemoval, shownTitle } from '../exchange/labels.ts';
import { unitNames } from '../exchange/unit-names.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { problemAnswer } from './write-answer.ts';

/** Conflicts listed at once; the inbox is worked off from the newest. */
const MOST_LISTED = 500;

/** The conflict inbox (冲突待办). */
export function createConflictHandlers(desk: Desk): HandlersOf<'conflict'> {
  return {
    'conflict.list': async ({ settled }, asking) => {
      const { store, caller } = asking;
      const unitOf = await unitNames(asking);
      return store.sync.conflicts
        .list({ all: settled, limit: MOST_LISTED }, caller)
        .filter(({ state }) => (state !== 'open') === settled)
        .map((one) => row(asking, one, unitOf));
    },
    'conflict.resolve': ({ writeId, id, choice, value }, { store, caller }) => {
      const no = Number(id);
      const found = store.sync.conflicts.find(no, caller);
      if (found === null) return new Refusal('not-found', 'conflict-entry');
      const decision = choice === 'stands' ? 'kept' : choice === 'other' ? 'other' : { value: value ?? null };
      const outcome = store.sync.conflicts.resolve(no, decision, { writeId, caller });
      if (!outcome.ok) return problemAnswer(outcome.problem, found.ledger, caller);
      if (ledgerById.has(found.ledger)) desk.changed(found.ledger, [found.id]);
      else desk.session.publish();
      return {};
    },
  };
}

function row({ store, caller }: Asking, conflict: Conflict, unitOf: (node: string) => string) {
  const { no, ledger, field, kept, other, foundAt, state, stateBy } = conflict;
  const side = ({ text, author, at, node }: ConflictSide) => ({ text, author, at, unit: unitOf(node) });
  return {
    id: String(no),
    kind: isRemoval(field) ? ('removal' as const) : ('field' as const),
    record: shownTitle(store, conflict, caller),
    field: isRemoval(field) ? null : field,
    label: fieldLabel({ ledger, field }, caller),
    stands: side(kept),
    other: side(other),
    foundAt,
    state,
    settledBy: stateBy,
  };
}
