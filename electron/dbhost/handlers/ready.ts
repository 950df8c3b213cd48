import { randomUUID } from 'node:crypto';
import { readyRecordsOf } from '../../../db/model/ready/ready-records.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { writeTogether } from './write-together.ts';

/** Records that ship with the product. */
export function createReadyHandlers(desk: Desk): HandlersOf<'ready'> {
  return {
    'ready.list': ({ ledger }, { store, caller }) =>
      readyRecordsOf(ledger)
        .filter(({ values }) => store.findByKey(ledger, values, caller) === null)
        .map(({ id, label }) => ({ id, label: label[caller.language] })),
    'ready.add': ({ writeId, ledger, ready }, asking) => {
      const found = readyRecordsOf(ledger).find(({ id }) => id === ready);
      if (found === undefined) return new Refusal('not-found', 'ready');
      const { values, parts } = found;
      const id = randomUUID();
      const rows = (parts?.rows ?? []).map((row) => ({
        ledger: parts?.ledger ?? '',
        id: randomUUID(),
        op: 'create' as const,
        values: parts === null ? row : { ...row, [parts.link]: id },
      }));
      const written = writeTogether(desk, asking, {
        writeId,
        writes: [{ ledger, id, op: 'create', values }, ...rows],
      });
      return written instanceof Refusal ? written : { id: written[0] ?? id };
    },
  };
}
