import { expect, test } from 'vitest';
import { defineLedger } from '../../../db/model/define-ledger.ts';
import { link } from '../../../db/model/fields/link.ts';
import { text } from '../../../db/model/fields/text.ts';
import { words } from '../../../db/model/localized.ts';
import { makeRegistry } from '../../../db/model/registry.ts';
import { clerk, newStore, save } from './fixture.ts';

const shared = {
  revision: 1,
  area: 'base',
  counter: words('条', 'rows'),
  source: '测试',
  naturalKey: ['code'],
  sort: 'code',
} as const;
const code = text({ label: words('编号', 'Code'), max: 20, required: true });
const house = defineLedger({
  ...shared,
  id: 'house',
  label: words('房屋', 'Houses'),
  fields: { code, name: text({ label: words('名称', 'Name'), max: 50 }) },
  title: ['code'],
  sections: [{ label: words('全部', 'All'), fields: ['code', 'name'] }],
  list: ['code', 'name'],
});
const visit = defineLedger({
  ...shared,
  id: 'visit',
  label: words('走访', 'Visits'),
  fields: {
    code,
    house: link({ label: words('房屋', 'House'), ledger: 'house' }),
    place: text({ label: words('地点', 'Place'), max: 50 }),
  },
  title: ['code'],
  sections: [{ label: words('全部', 'All'), fields: ['code', 'house', 'place'] }],
  list: ['code', 'house', 'place'],
  takes: [{ link: 'house', fields: { place: 'name' } }],
});
const registry = makeRegistry([
  { no: 1, ledger: house },
  { no: 2, ledger: visit },
]);

function townWithHouses() {
  const { store } = newStore({ registry });
  const add = (ledger: string, id: string, values: Record<string, string>) => {
    save(store, { ledger, id, op: 'create', values: { code: id, ...values } });
  };
  add('house', 'h1', { name: '甲楼' });
  add('house', 'h2', { name: '乙楼' });
  const change = (values: Record<string, string | null>) => {
    save(store, { ledger: 'visit', id: 'v1', op: 'update', values });
  };
  return { store, add, change, placeOf: () => store.get('visit', 'v1', clerk)?.values['place'] };
}

test('a record takes empty fields over from a record it is linked to', () => {
  const { store, add, placeOf } = townWithHouses();
  add('visit', 'v1', { house: 'h1' });
  expect(placeOf()).toBe('甲楼');
  expect(store.check('visit', null, { house: 'h2' }).filled['place']).toBe('乙楼');
  store.close();
});

test('what was entered stays, and what changes in the linked record later changes nothing', () => {
  const { store, add, change, placeOf } = townWithHouses();
  add('visit', 'v1', { house: 'h1', place: '门口' });
  change({ house: 'h2' });
  expect(placeOf()).toBe('门口');
  change({ place: null });
  expect(placeOf()).toBeNull();
  change({ house: 'h1' });
  save(store, { ledger: 'house', id: 'h1', op: 'update', values: { name: '丙楼' } });
  expect(placeOf()).toBe('甲楼');
  store.close();
});

test('the registry refuses to take a field from one of another kind', () => {
  const wrong = { ...visit, takes: [{ link: 'house', fields: { house: 'name' } }] };
  expect(() =>
    makeRegistry([
      { no: 1, ledger: house },
      { no: 2, ledger: wrong },
    ]),
  ).toThrow('ledger visit: cannot take house from name');
});
