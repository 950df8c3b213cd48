import { listDocument } from '../../../db/exchange/document/list-document.ts';
import { recordDocument } from '../../../db/exchange/document/record-document.ts';
import { ledgerOf, ledgers } from '../../../db/model/registry.ts';
import { Refusal } from '../../contract/serve.ts';
import { defined } from '../defined.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { toWhere } from './to-where.ts';

/** Pages for paper; the broker lays them out. */
export function createDocumentHandlers({ now }: Desk): HandlersOf<'document'> {
  return {
    'document.record': ({ ledger, id }, { store, caller }) => {
      const document = recordDocument({ store, caller, ledger: ledgerOf(ledger), id, ledgers, now });
      return document ?? new Refusal('not-found', 'record');
    },
    'document.list': ({ ledger, where, ...input }, { store, caller }) =>
      listDocument({
        store,
        caller,
        ledger: ledgerOf(ledger),
        where: toWhere(where),
        now,
        ...defined(input),
      }),
  };
}
