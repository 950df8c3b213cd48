import { fc } from '../../fixtures/fc.ts';
import { expect, test } from 'vitest';
import type { Values } from '../../../db/model/field-kind.ts';
import { addDweller, change, clerk, newStore, opened, passphrase } from './fixture.ts';

/** A few records only, so that histories meet. */
const ids = ['a', 'b', 'c'] as const;
const id = fc.constantFrom(...ids);
const values = fc.record(
  {
    name: fc.constantFrom('张伟', '曾红', '单于', '李 四'),
    number: fc.constantFrom('N1', 'N2', null),
    age: fc.constantFrom(1, 2, null),
    note: fc.constantFrom('甲', '乙', null),
    kinds: fc.constantFrom(['01'], ['01', '02'], null),
  },
  { requiredKeys: [] },
);
const step = fc.oneof(
  fc.record({ do: fc.constant('create' as const), id, values }),
  fc.record({ do: fc.constant('update' as const), id, values, isStale: fc.boolean() }),
  fc.record({ do: fc.constant('remove' as const), id }),
  fc.record({ do: fc.constant('restore' as const), id }),
  fc.record({ do: fc.constant('undo' as const), nth: fc.nat(30) }),
  fc.record({ do: fc.constant('reopen' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test(
  'whatever is written, undone and restarted, the file agrees with its log and its index',
  { timeout: 300_000 },
  () => {
    let tried = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 25 }), (history) => {
        const made = newStore();
        let { store } = made;
        const changes: string[] = [];
        const model = new Map<string, Values>();
        for (const [i, one] of history.entries()) {
          if (one.do === 'reopen') {
            store.close();
            store = opened({ ...made.options, passphrase });
            continue;
          }
          const outcome = carryOut(store, one, { writeId: `w${i}`, changes });
          if (!outcome.ok) continue;
          for (const record of outcome.records) {
            if (record.change !== null) changes.push(record.change);
            const now = store.get('dweller', record.id, clerk);
            if (now !== null) model.set(record.id, now.values);
          }
        }
        for (const [key, expected] of model)
          expect(store.get('dweller', key, clerk)?.values).toEqual(expected);
        const report = store.checkAll();
        store.close();
        tried += 1;
        expect(report.findings).toEqual([]);
      }),
      { numRuns: Number(process.env['ZW_HISTORIES'] ?? 40) },
    );
    expect(tried).toBeGreaterThan(10);
  },
);

function carryOut(
  store: ReturnType<typeof newStore>['store'],
  one: Exclude<Step, { do: 'reopen' }>,
  request: { readonly writeId: string; readonly changes: readonly string[] },
) {
  const { writeId, changes } = request;
  switch (one.do) {
    case 'create':
      return store.write({
        writeId,
        caller: clerk,
        writes: [addDweller(one.id, { name: '初名', ...one.values })],
      });
    case 'update':
      return store.write({
        writeId,
        caller: clerk,
        writes: [change(one.id, one.values, one.isStale ? 1 : undefined)],
      });
    case 'remove':
      return store.write({
        writeId,
        caller: clerk,
        writes: [{ ledger: 'dweller', id: one.id, op: 'remove', reason: '试' }],
      });
    case 'restore':
      return store.write({
        writeId,
        caller: clerk,
        writes: [{ ledger: 'dweller', id: one.id, op: 'restore' }],
      });
    case 'undo':
      return store.undo(changes[one.nth % Math.max(changes.length, 1)] ?? 'none.1', writeId, clerk);
  }
}
