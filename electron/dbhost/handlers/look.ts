import { writeLookSheet } from '../../../db/exchange/looks/look-sheet.ts';
import { defined } from '../defined.ts';
import type { Desk, HandlersOf } from './desk.ts';

/** The log of looks at sensitive records and withheld values. */
export function createLookHandlers({ now }: Desk): HandlersOf<'look'> {
  return {
    'look.page': (query, { store, caller }) => store.looks.page(defined(query), caller),
    'look.people': (_input, { store, caller }) => store.looks.people(caller),
    'look.export': async ({ file, ...query }, { store, caller }) => ({
      rows: await writeLookSheet(file, { store, caller, query: defined(query), now: now() }),
    }),
  };
}
