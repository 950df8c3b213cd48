import { describe, expect, test } from 'vitest';
import type { Reply } from '../../electron/contract/failure.ts';
import { createQueryCache, keyOf } from '../../renderer/data/query-cache.ts';

interface Sent {
  readonly call: string;
  readonly input: unknown;
  readonly answer: (reply: Reply<unknown>) => Promise<void>;
}

/** A line whose answers the test gives by hand, in any order. */
function line() {
  const sent: Sent[] = [];
  const send = (call: string, input: unknown) =>
    new Promise<Reply<unknown>>((resolve) => {
      sent.push({
        call,
        input,
        answer: async (reply) => {
          resolve(reply);
          await Promise.resolve();
          await Promise.resolve();
        },
      });
    });
  return { sent, cache: createQueryCache(send) };
}

const ok = (value: unknown): Reply<unknown> => ({ ok: true, value });
const nothing = () => undefined;

describe('the cache of answers', () => {
  test('asks once for the same call and input, whoever watches', () => {
    const { sent, cache } = line();
    cache.watch('record.total', { ledger: 'person', where: {} }, nothing);
    cache.watch('record.total', { where: {}, ledger: 'person' }, nothing);
    expect(sent).toHaveLength(1);
  });

  test('drops the answer to an older question that arrives late', async () => {
    const { sent, cache } = line();
    cache.watch('record.total', { ledger: 'person' }, nothing);
    cache.refresh('record.total', { ledger: 'person' });
    await sent[1]?.answer(ok('new'));
    await sent[0]?.answer(ok('old'));
    expect(cache.read('record.total', { ledger: 'person' }).value).toBe('new');
  });

  test('asks again at once when a record of the ledger changed and somebody watches', async () => {
    const { sent, cache } = line();
    cache.watch('record.page', { ledger: 'person' }, nothing);
    await sent[0]?.answer(ok(1));
    cache.changed('person');
    expect(sent).toHaveLength(2);
    expect(cache.read('record.page', { ledger: 'person' })).toMatchObject({ value: 1, isLoading: true });
  });

  test('leaves lists of other ledgers alone until they are seen again', async () => {
    const { sent, cache } = line();
    const stop = cache.watch('record.page', { ledger: 'household' }, nothing);
    await sent[0]?.answer(ok(1));
    cache.changed('person');
    expect(sent).toHaveLength(1);
    stop();
    cache.watch('record.page', { ledger: 'household' }, nothing);
    expect(sent).toHaveLength(2);
  });

  test('asks again for related records whatever ledger changed', async () => {
    const { sent, cache } = line();
    cache.watch('record.related', { ledger: 'person', id: 'a' }, nothing);
    await sent[0]?.answer(ok([]));
    cache.changed('issue');
    expect(sent).toHaveLength(2);
  });

  test('asks anew whom a rule concerns when the rules change, and of records that follow them when it is seen again', async () => {
    const { sent, cache } = line();
    const stop = cache.watch('reckoning.look', { ledger: 'care_visit_rule' }, nothing);
    await sent[0]?.answer(ok(0));
    cache.changed('care_visit_rule');
    expect(sent).toHaveLength(2);
    await sent[1]?.answer(ok(9));
    cache.changed('care_label');
    expect(sent).toHaveLength(2);
    stop();
    cache.watch('reckoning.look', { ledger: 'care_visit_rule' }, nothing);
    expect(sent).toHaveLength(3);
  });

  test('asks for check lists anew when one was written, and for shipped records when one was taken over', async () => {
    const { sent, cache } = line();
    cache.watch('inspection.lists', { kind: 'rental', day: '2026-11-23' }, nothing);
    cache.watch('ready.list', { ledger: 'consult_rule' }, nothing);
    await sent[0]?.answer(ok({ lists: [], ready: [] }));
    await sent[1]?.answer(ok([]));
    cache.changed('check_list');
    cache.changed('consult_rule');
    cache.changed('person');
    expect(sent.slice(2).map(({ call }) => call)).toEqual(['inspection.lists', 'ready.list']);
  });

  test('asks for code tables anew when a package was taken in, which may bring codes', async () => {
    const { sent, cache } = line();
    cache.watch('code.list', {}, nothing);
    await sent[0]?.answer(ok([]));
    cache.exchanged();
    expect(sent).toHaveLength(2);
  });

  test('never asks again for what does not come from records', async () => {
    const { sent, cache } = line();
    cache.watch('app.info', {}, nothing);
    await sent[0]?.answer(ok({}));
    cache.changed('person');
    expect(sent).toHaveLength(1);
  });

  test('keeps the last good answer beside a failure', async () => {
    const { sent, cache } = line();
    cache.watch('batch.list', {}, nothing);
    await sent[0]?.answer(ok(['one']));
    cache.refresh('batch.list', {});
    const failure = { code: 'host-gone', kind: 'ended', details: {} } as const;
    await sent[1]?.answer({ ok: false, failure });
    expect(cache.read('batch.list', {})).toEqual({ value: ['one'], failure, isLoading: false });
  });

  test('tells every watcher of an answer, and nobody who stopped', async () => {
    const { sent, cache } = line();
    const heard: string[] = [];
    cache.watch('batch.list', {}, () => heard.push('first'));
    const stop = cache.watch('batch.list', {}, () => heard.push('second'));
    stop();
    await sent[0]?.answer(ok([]));
    expect(heard).toEqual(['first']);
  });

  test('forgets what nobody has looked at for long', async () => {
    const { sent, cache } = line();
    for (let at = 0; at < 100; at++) {
      const stop = cache.watch('record.get', { ledger: 'person', id: String(at) }, nothing);
      await sent[at]?.answer(ok(at));
      stop();
    }
    const kept = Array.from({ length: 100 }, (_, at) =>
      cache.read('record.get', { ledger: 'person', id: String(at) }),
    );
    expect(kept.filter((state) => state.value !== undefined)).toHaveLength(60);
    expect(kept.at(-1)?.value).toBe(99);
  });

  test('one key stands for inputs that differ only in the order of their properties', () => {
    expect(keyOf('a', { x: 1, y: { p: [2, 1], q: 3 } })).toBe(keyOf('a', { y: { q: 3, p: [2, 1] }, x: 1 }));
    expect(keyOf('a', { x: [1, 2] })).not.toBe(keyOf('a', { x: [2, 1] }));
  });
});

test('answers that come close together are told together', async () => {
  let tell = (): void => undefined;
  let tellings = 0;
  const cache = createQueryCache(
    () => Promise.resolve({ ok: true, value: 1 }),
    (run) => {
      tellings += 1;
      tell = run;
    },
  );
  const told: string[] = [];
  for (const ledger of ['a', 'b', 'c'])
    cache.watch('record.total', { ledger, where: {} }, () => told.push(ledger));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect([tellings, told]).toEqual([1, []]);
  expect(cache.read('record.total', { ledger: 'b', where: {} }).value).toBe(1);
  tell();
  expect(told).toEqual(['a', 'b', 'c']);
});
