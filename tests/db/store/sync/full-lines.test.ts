import { expect, test } from 'vitest';
import type { Values } from '../../../../db/model/field-kind.ts';
import { addDweller, addPlace, save } from '../fixture.ts';
import { newNode, recordsOf } from './exchange.ts';

/** Rows of a chunk of a first export; the table below has a little more than five. */
const CHUNK = 1024;

/**
 * Fields change their ways between chunks: filled in every row so far and then not, empty so far and then filled, and texts
 * that look like an empty field, an end of an object, or what JSON must escape.
 */
function valuesAt(i: number): Values {
  const chunk = Math.floor(i / CHUNK);
  return {
    name: chunk === 3 ? `张"${String(i)}":null,"age":1}` : `张${String(i)}`,
    number: `N${String(i)}`,
    ...(chunk === 1 && i % 97 === 0 ? {} : { age: i % 100 }),
    ...(chunk >= 2 && i % 3 === 0 ? { note: i % 2 === 0 ? 'a\\b"\t·:null' : '龘𠮷}' } : {}),
    ...(chunk === 4 ? { kinds: ['01', '02'], born: '1990-01-01' } : {}),
    ...(chunk === 5 && i % 2 === 0 ? { home: 'p1' } : {}),
  };
}

test('a first export spells every row as it stands, whichever fields are filled in a chunk', () => {
  const town = newNode('441900121-town');
  const count = CHUNK * 5 + 200;
  save(town.store, addPlace('p1', { code: 'A1', road: '人民路' }));
  const writes = Array.from({ length: count }, (_, i) => addDweller(`d${String(i)}`, valuesAt(i)));
  save(town.store, ...writes);

  const { position } = town.store.sync.outgoing.position();
  const selection = { after: 0, upTo: position, except: null, sensitive: false, scope: null };
  const records = recordsOf(town.store.sync.outgoing.lines(selection));

  const dwellers = records.filter(({ ledger }) => ledger === 'dweller');
  expect(dwellers.length).toBe(count);
  for (const [i, { id, values, author }] of dwellers.entries()) {
    const { kinds, ...plain } = valuesAt(i);
    const expected = kinds === undefined ? plain : { ...plain, kinds: JSON.stringify(kinds) };
    expect([id, values, author]).toEqual([`d${String(i)}`, expected, '李梅']);
  }
});
