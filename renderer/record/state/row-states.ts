import type { Output } from '../../../electron/contract/calls.ts';

/** How far a record has come on its way to the parent, and why it came back. */
export type RowState = Output<'record.states'>[string];

/** States of the records a list shows; asked for in one go, kept while they scroll by. */
export interface RowStates {
  /** `undefined` until known; stays while it is asked again. */
  readonly get: (id: string) => RowState | undefined;
  readonly watch: (listener: () => void) => () => void;
  /** Asks for those that are not known yet. */
  readonly want: (ids: readonly string[]) => void;
  /** Everything known is to be asked again; what is in sight first. */
  readonly stale: (inSight: readonly string[]) => void;
}

/** The contract takes this many at a time; a screen has fewer rows. */
const MOST = 500;

/** Keeps the states of one list. `ask` answers `null` when it could not be asked: the rows then stay without a mark. */
export function createRowStates(
  ask: (ids: readonly string[]) => Promise<Readonly<Record<string, RowState>> | null>,
): RowStates {
  const known = new Map<string, RowState>();
  const asked = new Set<string>();
  const listeners = new Set<() => void>();
  async function load(ids: readonly string[]): Promise<void> {
    for (const id of ids) asked.add(id);
    const states = await ask(ids);
    if (states === null) {
      for (const id of ids) asked.delete(id);
      return;
    }
    for (const [id, state] of Object.entries(states)) known.set(id, state);
    for (const listener of listeners) listener();
  }
  function want(ids: readonly string[]): void {
    const missing = ids.filter((id) => !asked.has(id)).slice(0, MOST);
    if (missing.length > 0) void load(missing);
  }
  return {
    get: (id) => known.get(id),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want,
    stale(inSight) {
      asked.clear();
      want(inSight);
    },
  };
}
