import { listDocument } from '../../../db/exchange/document/list-document.ts';
import { recordDocument } from '../../../db/exchange/document/record-document.ts';
import { printKinds } from '../../../db/exchange/document/dossier/document-kinds.ts';
import { dossierDocument } from '../../../db/exchange/document/dossier/dossier-document.ts';
import {
  statutoryDocument,
  writeStatutoryWorkbook,
  type StatutoryInput,
} from '../../../db/exchange/document/statutory/statutory-document.ts';
import { ledgerOf, ledgers } from '../../../db/model/registry.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import { defined } from '../defined.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { toWhere } from './to-where.ts';

/** Pages for paper; the broker lays them out. */
export function createDocumentHandlers({ now }: Desk): HandlersOf<'document'> {
  return {
    'document.record': ({ ledger, id }, { store, caller }) =>
      recordDocument({ store, caller, ledger: ledgerOf(ledger), id, ledgers, now }) ??
      new Refusal('not-found', 'record'),
    'document.list': ({ ledger, where, ...input }, { store, caller }) =>
      listDocument({
        store,
        caller,
        ledger: ledgerOf(ledger),
        where: toWhere(where),
        now,
        ...defined(input),
      }),
    'document.kinds': ({ ledger, id }, { store, caller }) =>
      printKinds({ store, caller, ledger, id, now }).map((kind) => ({ ...kind, missing: [...kind.missing] })),
    'document.dossier': ({ full = false, ...of }, asking) => {
      const printed = printedInFull(asking, full, (how) => dossierDocument({ ...of, ...how, now }));
      if (printed === null) return new Refusal('not-found', 'record');
      return { ...printed, items: [...printed.items] };
    },
    'document.statutory': ({ document, full = false, ...of }, asking) => {
      const printed = printedInFull(asking, full, (how) =>
        statutoryDocument({ ...of, ...how, now }, document),
      );
      if (printed === null) return new Refusal('not-found', 'record');
      return { ...printed, foot: printed.foot ?? 'line' };
    },
    'document.workbook': async ({ document, file, ...of }, { store, caller }) => {
      const written = await writeStatutoryWorkbook({ ...of, store, caller, now }, document, file);
      if (written === null) return new Refusal('not-found', 'record');
      return { sheets: written.sheets };
    },
  };
}

/**
 * Makes a document, with `full` also of what the caller may not see: every such value on the paper stands in the log, as after
 * a look on the screen, also those of parts and linked records.
 */
function printedInFull<T>(
  { store, caller }: Asking,
  full: boolean,
  make: (how: Pick<StatutoryInput, 'store' | 'caller' | 'onRevealed'>) => T,
): T {
  if (!full || caller.seesMasked) return make({ store, caller });
  const revealed = new Map<
    string,
    { readonly ledger: string; readonly id: string; readonly field: string }
  >();
  const made = make({
    store,
    caller: { ...caller, seesMasked: true },
    onRevealed: (value) => revealed.set(Object.values(value).join(' '), value),
  });
  for (const value of revealed.values()) store.logView(value, caller);
  return made;
}
