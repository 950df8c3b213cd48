import { expect, test } from 'vitest';
import { division } from '../../../db/model/ledgers/division.ts';
import { villagesOf } from '../../../db/model/divisions/dongguan.ts';
import { makeRegistry } from '../../../db/model/registry.ts';
import { addPlace, clerk, newStore, place, save } from './fixture.ts';

const addDivision = (id: string, code: string, name: string) => ({
  ledger: 'division',
  id,
  op: 'create' as const,
  values: { code, name, level: code.endsWith('000') ? '4' : '5' },
});

function townOfHumen() {
  const { store } = newStore({ registry: makeRegistry([{ no: 101, ledger: division }]) });
  save(store, addDivision('town', '441900121000', '虎门镇'));
  return { store, linkOf: (text: string) => store.names('zh').linkOf('division', text) };
}

test('a village is found by its full name, its code, and every short form offices write', () => {
  const { store, linkOf } = townOfHumen();
  save(store, addDivision('zhai', '441900121901', '虎门寨社区居民委员会'));
  save(store, addDivision('xin', '441900121902', '新村村民委员会'));
  for (const text of [
    '虎门寨社区居民委员会',
    '441900121901',
    '虎门寨社区',
    '虎门寨',
    '虎门寨居委会',
    '虎门寨社区居委会',
  ])
    expect([text, linkOf(text)]).toEqual([text, { id: 'zhai' }]);
  for (const text of ['新村', '新村委会', '新村村委会', '新村村民委员会'])
    expect([text, linkOf(text)]).toEqual([text, { id: 'xin' }]);
  expect(linkOf('虎门')).toEqual({ id: 'town' });
  for (const text of ['虎门寨村', '寨', '社区', '']) expect([text, linkOf(text)]).toEqual([text, 'none']);
  store.close();
});

test('a short form that fits two divisions names neither, and the kind of village decides between them', () => {
  const { store, linkOf } = townOfHumen();
  save(store, addDivision('community', '441900121901', '大宁社区居民委员会'));
  save(store, addDivision('village', '441900121902', '大宁村民委员会'));
  save(store, addDivision('humen', '441900121903', '虎门社区居民委员会'));
  expect(linkOf('大宁')).toBe('several');
  expect(linkOf('大宁社区')).toEqual({ id: 'community' });
  expect(linkOf('大宁村')).toEqual({ id: 'village' });
  expect(linkOf('虎门')).toBe('several');
  store.write({
    writeId: 'w',
    caller: clerk,
    writes: [{ ledger: 'division', id: 'village', op: 'remove', reason: '撤并' }],
  });
  expect(linkOf('大宁')).toEqual({ id: 'community' });
  store.close();
});

test('all villages of a town are found by their short names', () => {
  const { store, linkOf } = townOfHumen();
  const villages = villagesOf('441900121');
  save(store, ...villages.map(({ code, name }) => addDivision(code, code, name)));
  for (const { code, shortName } of villages)
    expect([shortName, linkOf(shortName)]).toEqual([shortName, { id: code }]);
  store.close();
});

test('a ledger that knows no other forms is found by what is written only', () => {
  const { store } = newStore();
  save(store, addPlace('p1', { code: 'A1', road: '人民路' }));
  expect(place.linkAliases).toBeUndefined();
  expect(store.names('zh').linkOf('place', '人民路')).toEqual({ id: 'p1' });
  expect(store.names('zh').linkOf('place', '人民')).toBe('none');
  store.close();
});
