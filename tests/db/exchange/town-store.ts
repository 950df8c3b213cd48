import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ledgerById } from '../../../db/model/registry.ts';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { villagesOf } from '../../../db/model/divisions/dongguan.ts';
import { createStore, practicePassphrase, type Caller, type Store } from '../../../db/store/index.ts';

/** The clock of these tests: 23 November 2026, 16:00 in China. */
export const now = (): Date => new Date('2026-11-23T08:00:00.000Z');
export const clerk: Caller = { user: 'clerk', name: '台账员', language: 'zh', seesMasked: true };
export const stranger: Caller = { ...clerk, user: 'stranger', seesMasked: false };

/** A ledger of the registry; a wrong name is a fault of the test. */
export function ledgerNamed(id: string): AnyLedger {
  const ledger = ledgerById.get(id);
  if (!ledger) throw new Error(`no ledger ${id}`);
  return ledger;
}

/** A fresh encrypted file of the town 虎门镇 with its villages. */
export function townStore(folder: string, onTestFinished: (clean: () => void) => void): Store {
  const outcome = createStore({
    file: path.join(folder, 'town.db'),
    passphrase: practicePassphrase,
    now,
    town: { code: '441900121000', name: '虎门镇' },
    practice: true,
  });
  if (!outcome.ok) throw new Error(`store: ${outcome.kind}`);
  onTestFinished(() => outcome.store.close());
  const { store } = outcome;
  if (store.total('division', {}).total === 0) addVillages(store);
  return store;
}

function addVillages(store: Store): void {
  const written = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: villagesOf('441900121').map(({ code, name }) => ({
      ledger: 'division',
      id: randomUUID(),
      op: 'create' as const,
      values: { code, name, level: '5' },
    })),
  });
  if (!written.ok) throw new Error(`villages: ${JSON.stringify(written.problem)}`);
}
