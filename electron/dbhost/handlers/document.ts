import { listDocument } from '../../../db/exchange/document/list-document.ts';
import { recordDocument } from '../../../db/exchange/document/record-document.ts';
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
  };
}

/** Every page of a sensitive ledger laid out for paper is written down, beside the looks at its records; `''` = a list. */
function logPrint({ store, caller }: Asking, ledger: string, id: string): void {
  if (ledgerOf(ledger).sensitive) store.logView({ ledger, id, field: '$print' }, caller);
}
