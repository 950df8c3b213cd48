import { expect, test } from 'vitest';
import { defineLedger, type AnyLedger } from '../../../../db/model/define-ledger.ts';
import { integer } from '../../../../db/model/fields/integer.ts';
import { text } from '../../../../db/model/fields/text.ts';
import { words } from '../../../../db/model/localized.ts';
import { makeRegistry } from '../../../../db/model/registry.ts';
import { addDweller, change, clerk, dweller, place, save } from '../fixture.ts';
import { newNode, pack, reopen, send } from './exchange.ts';

const floor = integer({ label: words('楼层', 'Floor'), since: 2 });
const newerDweller: AnyLedger = {
  ...dweller,
  revision: 2,
  fields: { ...dweller.fields, floor },
  sections: [...dweller.sections, { label: words('更多', 'More'), fields: ['floor'] }],
};
const shed = defineLedger({
  id: 'shed',
  revision: 1,
  area: 'base',
  label: words('棚屋', 'Sheds'),
  counter: words('间', 'sheds'),
  source: 'fixture',
  fields: { code: text({ label: words('编号', 'Code'), max: 9 }) },
  title: ['code'],
  sections: [{ label: words('基本', 'Basic'), fields: ['code'] }],
  list: ['code'],
  naturalKey: ['code'],
  sort: 'code',
});
const newer = makeRegistry([
  { no: 101, ledger: newerDweller },
  { no: 102, ledger: place },
  { no: 103, ledger: shed },
]);

test('an older node in the middle passes on fields and ledgers it does not know', () => {
  const village = newNode('441900121001-new', { registry: newer });
  const town = newNode('441900121-old');
  const city = newNode('441900-new', { registry: newer });
  save(village.store, addDweller('d1', { name: '张伟', floor: 3 }), {
    ledger: 'shed',
    id: 's1',
    op: 'create',
    values: { code: 'S1' },
  });

  expect(send(village, town)).toMatchObject({ accepted: 2, returned: [] });
  save(town.store, change('d1', { age: 40 }));
  expect(send(town, city)).toMatchObject({ accepted: 2, returned: [] });

  expect(city.store.get('dweller', 'd1', clerk)?.values).toMatchObject({ name: '张伟', floor: 3, age: 40 });
  expect(city.store.get('shed', 's1', clerk)?.values).toEqual({ code: 'S1' });

  save(village.store, change('d1', { floor: 4 }));
  send(village, town);
  send(town, city);
  expect(city.store.get('dweller', 'd1', clerk)?.values).toMatchObject({ floor: 4, age: 40 });
});

test('what was kept becomes real when the program comes to know it, once, with its clocks', () => {
  const village = newNode('441900121001-new', { registry: newer });
  const town = newNode('441900121-old');
  save(village.store, addDweller('d1', { name: '张伟', floor: 3 }), {
    ledger: 'shed',
    id: 's1',
    op: 'create',
    values: { code: 'S1' },
  });
  send(village, town);

  const told = reopen(town, { registry: newer });

  // A field's rows, then a ledger's.
  const one = [0, 1].map((done) => ({ phase: 'absorbing', done, total: 1 }));
  expect(told.filter(({ phase }) => phase === 'absorbing')).toEqual([...one, ...one]);
  expect(town.store.get('dweller', 'd1', clerk)?.values).toMatchObject({ floor: 3 });
  expect(town.store.get('shed', 's1', clerk)?.values).toEqual({ code: 'S1' });
  expect(town.store.checkAll().findings).toEqual([]);
  const { position } = town.store.sync.outgoing.position();
  expect(reopen(town, { registry: newer })).toEqual([]);
  expect(town.store.sync.outgoing.position().position).toBe(position);

  // The value still has the clock of the village: sent back there it changes nothing.
  const back = pack(town, { ...village, id: 'somebody-else' });
  expect(back.records.find((record) => record.id === 'd1')).toMatchObject({
    values: { floor: 3 },
    clock: [expect.any(Number), village.id],
  });
});

test('records of an unknown ledger from the sensitive part leave only in the sensitive part', () => {
  const village = newNode('441900121001-new', { registry: newer });
  const town = newNode('441900121-old');
  const city = newNode('441900-new', { registry: newer });
  save(village.store, { ledger: 'shed', id: 's1', op: 'create', values: { code: 'S1' } });
  const parcel = pack(village, town);
  const start = town.store.sync.incoming.start(parcel.facts);
  if (start.status !== 'new') throw new Error(start.status);
  town.store.sync.incoming.apply(start.arrival, parcel.records, true);
  town.store.sync.incoming.finish(start.arrival);

  expect(pack(town, city).records).toEqual([]);
  expect(pack(town, city, { sensitive: true }).records).toMatchObject([{ ledger: 'shed', id: 's1' }]);
});
