import { expect, test, vi } from 'vitest';
import { defineLedger, type AnyLedger } from '../../../db/model/define-ledger.ts';
import { text } from '../../../db/model/fields/text.ts';
import { words } from '../../../db/model/localized.ts';
import { makeRegistry } from '../../../db/model/registry.ts';
import type { RecordWrite, Store } from '../../../db/store/index.ts';
import { Connection } from '../../../db/store/open/connection.ts';
import type { RawDatabase } from '../../../db/store/open/raw-database.ts';
import { LedgerTable } from '../../../db/store/repository/ledger-table.ts';
import { MOST_LEDGERS } from '../../../db/store/search/directory.ts';
import { SearchIndex } from '../../../db/store/search/search-index.ts';
import { fc } from '../../fixtures/fc.ts';
import { clerk, created, newFolder, opened, optionsIn, rawFile, save } from './fixture.ts';

/** More than may share a beginning before longer ones are listed. */
const LEDGERS = MOST_LEDGERS + 8;

const boxLedger = (i: number): AnyLedger => {
  const id = `box_${String(i)}`;
  return defineLedger({
    id,
    revision: 1,
    area: 'base',
    label: words(`箱${String(i)}`, `Box ${String(i)}`),
    counter: words('个', 'boxes'),
    source: 'fixture',
    fields: {
      name: text({ label: words('名称', 'Name'), max: 40, name: true, required: true, search: true }),
      number: text({ label: words('号码', 'Number'), max: 30, code: true, search: true }),
    },
    title: ['name'],
    sections: [{ label: words('基本', 'Basic'), fields: ['name', 'number'] }],
    list: ['name'],
    naturalKey: [],
    sort: 'name',
  });
};

const boxLedgers = Array.from({ length: LEDGERS }, (_, i) => boxLedger(i));

/** Numbers on both sides of 128, from which on a number takes two bytes in the directory. */
const FIRST_NO = 118;
const registry = makeRegistry(boxLedgers.map((ledger, i) => ({ no: FIRST_NO + i, ledger })));

const newBoxes = () => {
  const options = optionsIn(newFolder(), { registry });
  return { options, store: created(options) };
};

const box = (ledger: number, id: string, values: Readonly<Record<string, string>>): RecordWrite => ({
  ledger: `box_${String(ledger)}`,
  id,
  op: 'create',
  values,
});

type Listed = ReadonlyMap<string, readonly string[]>;

/** The directory as it lies in the file: ledger numbers by kind and beginning. */
function directoryIn(raw: RawDatabase): Listed {
  // One row for each entry, columns as named.
  const rows = raw.prepare('SELECT kind, begins, ledgers FROM search_directory').raw().all() as string[][];
  return new Map(
    rows.map(([kind = '', begins = '', ledgers = '']) => [
      `${kind} ${begins}`,
      [...ledgers].map((sign) => String(sign.codePointAt(0))).toSorted(),
    ]),
  );
}

/** Ledgers by kind and beginning, gathered one by one. */
class Expected {
  readonly #places = new Map<string, Set<string>>();

  add(place: string, no: string): void {
    this.#places.set(place, (this.#places.get(place) ?? new Set()).add(no));
  }

  count(place: string): number {
    return this.#places.get(place)?.size ?? 0;
  }

  listed(): Listed {
    return new Map([...this.#places].map(([place, nos]) => [place, [...nos].toSorted()]));
  }
}

/** What the directory must say, worked out from all words and keys of the file by the plain rule. */
function directoryByRule(raw: RawDatabase): Listed {
  const expected = new Expected();
  for (let i = 0; i < LEDGERS; i += 1)
    for (const word of wordsOf(raw, i))
      if (!word.startsWith('=')) expected.add(`0 ${word}`, String(FIRST_NO + i));
  addKeys(raw, expected);
  return expected.listed();
}

function addKeys(raw: RawDatabase, expected: Expected): void {
  // As above.
  const rows = raw
    .prepare('SELECT DISTINCT kind, key, ledger FROM search_key WHERE kind < 5')
    .raw()
    .all() as string[][];
  const keys = rows.map(([kind, key = '', no]) => ({
    places: allBeginnings(key).map((begins) => `${String(kind)} ${begins}`),
    no: String(no),
  }));
  const sharers = new Expected();
  for (const { places, no } of keys) for (const place of places) sharers.add(place, no);
  for (const { places, no } of keys) {
    const last = places.findIndex((place) => sharers.count(place) <= MOST_LEDGERS);
    for (const place of last < 0 ? places : places.slice(0, last + 1)) expected.add(place, no);
  }
}

function wordsOf(raw: RawDatabase, ledger: number): readonly string[] {
  raw.exec(`CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'box_${String(ledger)}_words', 'row')`);
  const words = raw.prepare('SELECT term FROM temp.terms').pluck().all().map(String);
  raw.exec('DROP TABLE temp.terms');
  return words;
}

const allBeginnings = (key: string): readonly string[] => {
  const letters = [...key];
  return Array.from({ length: letters.length + 1 }, (_, length) => letters.slice(0, length).join(''));
};

const asObject = (listed: Listed): unknown =>
  Object.fromEntries([...listed].toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Entries of `expected` that `listed` lacks, or that name fewer ledgers. */
const lacking = (listed: Listed, expected: Listed): readonly string[] =>
  [...expected].flatMap(([place, nos]) => {
    const named = listed.get(place) ?? [];
    return nos.every((no) => named.includes(no)) ? [] : [place];
  });

/** Names and numbers that begin alike, with letters outside the base plane and of several readings. */
const names = fc.constantFrom(
  '王',
  '王芳',
  '王芳芳',
  '曾国',
  '单于',
  '𠮷野',
  '𠮷野樱',
  'Anna',
  '吕绿',
  '号 7',
);
const numbers = fc
  .array(fc.constantFrom('4', '41', '44', '1', '9'), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));
const rows = fc.array(fc.record({ ledger: fc.nat(LEDGERS - 1), name: names, number: numbers }), {
  minLength: 40,
  maxLength: 120,
});

test('the directory names exactly the ledgers that hold a word or a beginning, however they came in', () => {
  let lengthened = 0;
  fc.assert(
    fc.property(rows, fc.boolean(), (all, isImported) => {
      const { store, options } = newBoxes();
      const writes = all.map(({ ledger, name, number }, i) => box(ledger, `r${String(i)}`, { name, number }));
      if (isImported) importAll(store, writes);
      else for (const write of writes) save(store, write);
      store.close();
      const raw = rawFile(options);
      const listed = directoryIn(raw);
      expect(asObject(listed)).toEqual(asObject(directoryByRule(raw)));
      lengthened += [...listed.keys()].filter((place) => /^[1-4] ./.test(place)).length;
      raw.exec("DELETE FROM search_directory; DELETE FROM meta WHERE key = 'search_directory'");
      raw.close();
      // Made from the index at the next opening.
      opened(options).close();
      const again = rawFile(options);
      expect(asObject(directoryIn(again))).toEqual(asObject(listed));
      again.close();
    }),
    { numRuns: 12 },
  );
  expect(lengthened).toBeGreaterThan(100);
});

/** As an import writes: new records of each ledger in chunks of a batch, which enter sorted keys of many records at once. */
function importAll(store: Store, writes: readonly RecordWrite[]): void {
  const batch = 'import';
  for (const [ledger, own] of Map.groupBy(writes, (write) => write.ledger)) {
    store.batches.start({ id: `${batch} ${ledger}`, kind: 'import', ledger, label: 'a.csv' }, null);
    for (const [half, chunk] of [
      own.filter((_, i) => i % 2 === 0),
      own.filter((_, i) => i % 2 === 1),
    ].entries()) {
      if (chunk.length === 0) continue;
      const writeId = `${ledger} ${String(half)}`;
      const request = { writeId, caller: clerk, writes: chunk, batch: `${batch} ${ledger}` };
      expect(store.write({ ...request, checked: true, held: true, batchState: writeId }).ok).toBe(true);
    }
    store.settle(`${batch} ${ledger}`);
  }
}

test('after any changes and removals the directory lacks nothing, and every record is found', () => {
  const steps = fc.array(
    fc.record({ row: fc.nat(39), name: names, number: numbers, isRemoved: fc.boolean() }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(rows, steps, (all, changes) => {
      const { store, options } = newBoxes();
      const current = new Map<string, { ledger: number; name: string; number: string }>();
      for (const [i, row] of all.entries()) {
        save(store, box(row.ledger, `r${String(i)}`, { name: row.name, number: row.number }));
        current.set(`r${String(i)}`, row);
      }
      for (const { row, name, number, isRemoved } of changes) {
        const id = `r${String(row)}`;
        const there = current.get(id);
        if (there === undefined) continue;
        const ledger = `box_${String(there.ledger)}`;
        if (isRemoved) {
          save(store, { ledger, id, op: 'remove', reason: '删除' });
          current.delete(id);
        } else {
          const version = store.get(ledger, id, clerk)?.version ?? 0;
          save(store, { ledger, id, op: 'update', base: version, values: { name, number } });
          current.set(id, { ledger: there.ledger, name, number });
        }
      }
      expect(unfound(store, current)).toEqual([]);
      expect(store.checkAll().findings).toEqual([]);
      store.close();
      const raw = rawFile(options);
      expect(lacking(directoryIn(raw), directoryByRule(raw))).toEqual([]);
      raw.close();
    }),
    { numRuns: 12 },
  );
});

/** Records that a question for their number does not find. */
function unfound(
  store: Store,
  current: ReadonlyMap<string, { readonly ledger: number; readonly number: string }>,
): readonly string[] {
  return [...current].flatMap(([id, { ledger, number }]) => {
    if (number.length < 2) return [];
    const hits = store.search(number, 2000, clerk).hits;
    return hits.some((hit) => hit.id === id && hit.ledger === `box_${String(ledger)}`) ? [] : [id];
  });
}

test('what a transaction that was taken back had entered is entered again', () => {
  const { store, options } = newBoxes();
  store.close();
  const connection = new Connection(rawFile(options));
  const index = new SearchIndex(connection);
  const [ledger] = boxLedgers;
  if (ledger === undefined) throw new Error('no ledger');
  const tables = new Map<string, LedgerTable>();
  const table = new LedgerTable(connection, { ledger, no: FIRST_NO, tables });
  const values = { name: '王芳', number: '4419' };
  expect(() =>
    connection.transaction(() => {
      index.add(table, 1, values);
      throw new Error('the disk is full');
    }),
  ).toThrow('the disk is full');
  expect(directoryIn(connection.raw).size).toBe(0);
  connection.transaction(() => index.add(table, 1, values));
  expect(asObject(directoryIn(connection.raw))).toEqual(asObject(directoryByRule(connection.raw)));
  connection.close();
});

test('what removed records left behind is gone once the index of their ledger is built anew', () => {
  const { store, options } = newBoxes();
  for (let i = 0; i < LEDGERS; i += 1)
    save(store, box(i, `r${String(i)}`, { name: '王芳', number: `4${String(i)}` }));
  save(store, box(3, 'last', { name: '单于', number: '977' }));
  for (const id of ['r3', 'last']) save(store, { ledger: 'box_3', id, op: 'remove', reason: '删除' });
  store.close();
  const no = FIRST_NO + 3;
  const raw = rawFile(options);
  expect([...directoryIn(raw).values()].flat()).toContain(String(no));
  // As a new rule of what is searched leaves it.
  raw.prepare("UPDATE ledger SET searched = 'another rule' WHERE no = ?").run(no);
  raw.close();
  opened(options).close();
  const again = rawFile(options);
  expect(asObject(directoryIn(again))).toEqual(asObject(directoryByRule(again)));
  expect([...directoryIn(again).values()].flat()).not.toContain(String(no));
  again.close();
});

/** Texts of the statements a question runs. */
function statementsOf(store: Store, question: string, caller = clerk): readonly string[] {
  const spy = vi.spyOn(Connection.prototype, 'statement');
  try {
    store.search(question, 20, caller);
    return spy.mock.calls.map(([sql]) => sql);
  } finally {
    spy.mockRestore();
  }
}

/** Those that read a table. */
const readsOf = (store: Store, question: string, table: string): readonly string[] =>
  statementsOf(store, question).filter((sql) => sql.includes(`FROM ${table}`));

/** One record that answers, and others that do not in every further ledger. */
function townWith(ledgers: readonly AnyLedger[]): Store {
  const options = optionsIn(newFolder(), {
    registry: makeRegistry(ledgers.map((ledger, i) => ({ no: 1 + i, ledger }))),
  });
  const store = created(options);
  save(store, box(0, 'r0', { name: '王芳', number: '4419001' }));
  for (let i = 1; i < ledgers.length; i += 1)
    save(store, box(i, `r${String(i)}`, { name: '李明', number: `5${String(i)}` }));
  return store;
}

const questions = [
  '王芳',
  '王',
  'wf',
  'wangfang',
  '4419',
  '9001',
  '王芳 4419',
  '王芳9001',
  '没有',
  'zz',
  '777',
];

test('a question runs as many statements when a hundred ledgers are added that cannot answer', () => {
  const few = townWith(boxLedgers);
  const many = townWith([...boxLedgers, ...Array.from({ length: 100 }, (_, i) => boxLedger(LEDGERS + i))]);
  for (const question of questions) {
    const before = statementsOf(few, question);
    const after = statementsOf(many, question);
    expect([question, after]).toEqual([question, before]);
    const asked = new Set(after.flatMap((sql) => /\bbox_\d+/.exec(sql) ?? []));
    expect([question, [...asked].filter((name) => name !== 'box_0')]).toEqual([question, []]);
  }
  expect(statementsOf(many, '王芳').length).toBeGreaterThan(2);
  few.close();
  many.close();
});

test('a ledger that may not be opened is not even asked', () => {
  const closed = { ...boxLedger(0), sensitive: true };
  const options = optionsIn(newFolder(), { registry: makeRegistry([{ no: 1, ledger: closed }]) });
  const store = created(options);
  save(store, box(0, 'r0', { name: '王芳', number: '4419001' }));
  save(store, box(0, 'r1', { name: '虎门ktv 8', number: '5' }));
  const outsider = { ...clerk, seesSensitive: false };
  // The last one is answered from inside a text.
  for (const question of ['王芳', 'wf', '4419', '王芳9001', 'ktv']) {
    const asked = statementsOf(store, question, outsider).filter((sql) => /box_0|search_key/.test(sql));
    expect([question, asked]).toEqual([question, []]);
    expect(statementsOf(store, question).some((sql) => sql.includes('box_0'))).toBe(true);
  }
  store.close();
});

test('of ledgers that share the beginning of a key only those that may be opened are asked for the rest', () => {
  const closed = { ...boxLedger(0), sensitive: true };
  const ledgers = [closed, boxLedger(1)].map((ledger, i) => ({ no: 1 + i, ledger }));
  const store = created(optionsIn(newFolder(), { registry: makeRegistry(ledgers) }));
  save(store, box(0, 'r0', { name: '王芳', number: '4419001' }));
  save(store, box(1, 'r1', { name: '李明', number: '4419777' }));
  const outsider = { ...clerk, seesSensitive: false };
  /** Statements that ask the keys of several ledgers at once. */
  const asked = (caller: typeof clerk): number =>
    statementsOf(store, '4419001', caller).filter((sql) => /EXISTS \(\s*SELECT 1 FROM search_key/.test(sql))
      .length;
  expect(asked(clerk)).toBeGreaterThan(0);
  expect(asked(outsider)).toBe(0);
  expect(store.search('4419777', 20, outsider).hits.map(({ id }) => id)).toEqual(['r1']);
  store.close();
});

test('of a key no ledger has, many that share its beginning are not asked', () => {
  const { store } = newBoxes();
  for (let i = 0; i < LEDGERS; i += 1)
    save(store, box(i, `r${String(i)}`, { name: '王芳', number: `44${String(i)}00` }));
  expect(readsOf(store, '4400', 'search_key').length).toBeGreaterThan(0);
  expect(readsOf(store, '4977', 'search_key')).toEqual([]);
  store.close();
});

test('words are not looked up for a few rows that keys have found', () => {
  const store = townWith([boxLedger(0)]);
  expect(readsOf(store, '王芳', 'box_0_words').length).toBeGreaterThan(0);
  expect(readsOf(store, '王芳 4419', 'box_0_words')).toEqual([]);
  store.close();
});

test('a check names what the directory lacks', () => {
  const damages = [
    "DELETE FROM search_directory WHERE kind = 0 AND begins = '王芳'",
    'DELETE FROM search_directory WHERE kind = 3',
    `UPDATE search_directory SET ledgers = replace(ledgers, char(120), '') WHERE kind = 3 AND begins = '4'`,
  ];
  for (const sql of damages) {
    const { store, options } = newBoxes();
    for (let i = 0; i < LEDGERS; i += 1)
      save(store, box(i, `r${String(i)}`, { name: '王芳', number: `4${String(i)}` }));
    store.close();
    const raw = rawFile(options);
    expect(raw.prepare(sql).run().changes).toBeGreaterThan(0);
    raw.close();
    const damaged = opened(options);
    const codes = damaged.checkAll().findings.map(({ code }) => code);
    expect([sql, new Set(codes)]).toEqual([sql, new Set(['search-missing'])]);
    damaged.close();
  }
});
