import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { checkDigit } from '../../../../db/model/fields/gb11643.ts';
import type { Values } from '../../../../db/model/field-kind.ts';
import type { Store } from '../../../../db/store/index.ts';
import { scratchFolder } from '../crafted-xlsx.ts';
import { clerk, townStore } from '../town-store.ts';

const idNumber = (i: number): string => {
  const digits = `99912319900101${String(i).padStart(3, '0')}`;
  return digits + checkDigit(digits);
};

/** A town with people of these names, each in the first village; answers their ids in order. */
export function townOfPeople(
  names: readonly string[],
  more: Values = {},
): { readonly store: Store; readonly ids: readonly string[]; readonly folder: string } {
  const folder = scratchFolder(onTestFinished);
  const store = townStore(folder, onTestFinished);
  const village =
    store.page({ ledger: 'division', where: { level: '5' }, limit: 1 }, clerk).rows[0]?.id ?? '';
  const ids = names.map(() => randomUUID());
  const outcome = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: names.map((name, i) => ({
      ledger: 'person',
      id: ids[i] ?? '',
      op: 'create' as const,
      values: {
        name,
        doc_type: '111',
        doc_no: idNumber(i),
        person_kinds: ['02'],
        village,
        checked_on: '2026-03-08',
        phone: '15412345678',
        ...more,
      },
    })),
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return { store, ids, folder };
}
