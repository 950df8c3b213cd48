import { listDocument } from '../../../db/exchange/document/list-document.ts';
import { recordDocument } from '../../../db/exchange/document/record-document.ts';
import { printKinds } from '../../../db/exchange/document/dossier/document-kinds.ts';
import { dossierDocument } from '../../../db/exchange/document/dossier/dossier-document.ts';
import { statutoryDocument } from '../../../db/exchange/document/statutory/statutory-document.ts';
import { ledgerOf, ledgers } from '../../../db/model/registry.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import { defined } from '../defined.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { toWhere } from './to-where.ts';

/** Pages for paper; the broker lays them out. */
export function createDocumentHandlers({ now }: Desk): HandlersOf<'document'> {
  return {
    'document.record': ({ ledger, id }, { store, caller }) => {
      const document = recordDocument({ store, caller, ledger: ledgerOf(ledger), id, ledgers, now });
      if (document === null) return new Refusal('not-found', 'record');
      logPrint({ store, caller }, ledger, id);
      return document;
    },
    'document.list': ({ ledger, where, ...input }, { store, caller }) => {
      logPrint({ store, caller }, ledger, '');
      return listDocument({
        store,
        caller,
        ledger: ledgerOf(ledger),
        where: toWhere(where),
        now,
        ...defined(input),
      });
    },
    'document.kinds': ({ ledger, id }, { store, caller }) =>
      printKinds({ store, caller, ledger, id, now }).map((kind) => ({ ...kind, missing: [...kind.missing] })),
    'document.dossier': ({ ledger, id, full = false }, asking) => {
      const { store } = asking;
      const caller = { ...asking.caller, seesMasked: full || asking.caller.seesMasked };
      const printed = dossierDocument({ store, caller, ledger, id, now });
      if (printed === null) return new Refusal('not-found', 'record');
      logPrint(asking, ledger, id);
      if (full) logViews({ ledger, id }, asking);
      return { ...printed, items: [...printed.items] };
    },
    'document.statutory': ({ ledger, id, document, full = false }, asking) => {
      const { store } = asking;
      const caller = { ...asking.caller, seesMasked: full || asking.caller.seesMasked };
      const printed = statutoryDocument({ store, caller, ledger, id, now }, document);
      if (printed === null) return new Refusal('not-found', 'record');
      logPrint(asking, ledger, id);
      if (full) logViews({ ledger, id }, asking);
      return { ...printed, foot: printed.foot ?? 'line' };
    },
  };
}

/** Every page of a sensitive ledger laid out for paper is written down, beside the looks at its records; `''` = a list. */
function logPrint({ store, caller }: Asking, ledger: string, id: string): void {
  if (ledgerOf(ledger).sensitive) store.logView({ ledger, id, field: '$print' }, caller);
}

/** What the caller may not see and now has on paper stands in the log, field by field, as after a look on the screen. */
function logViews({ ledger, id }: { readonly ledger: string; readonly id: string }, asking: Asking): void {
  const { store, caller } = asking;
  const withheld = store.get(ledger, id, caller)?.maskedFields ?? [];
  for (const field of withheld) store.logView({ ledger, id, field }, caller);
}
