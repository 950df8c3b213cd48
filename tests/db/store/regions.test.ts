import { expect, test } from 'vitest';
import { registry } from '../../../db/model/registry.ts';
import { clerk, newStore, save } from './fixture.ts';

test('a place is kept by its code, shown and filtered by its name, and offered while typing', () => {
  const { store } = newStore({ registry });
  const person = (id: string, hukou: string) =>
    save(store, {
      ledger: 'person',
      id,
      op: 'create',
      values: {
        name: '张伟',
        sex: '1',
        birth_date: '1990-03-07',
        doc_type: '990',
        doc_no: id,
        person_kinds: ['02'],
        village: 'v',
        hukou_place: hukou,
      },
    });
  person('T1', '441900');
  person('T2', '430502');
  person('T3', '日本国大阪府');
  const shown = (where: object): readonly (string | undefined)[] =>
    store
      .page(
        { ledger: 'person', where: { ...where }, sort: 'doc_no', limit: 9, fields: ['hukou_place'] },
        clerk,
      )
      .rows.map((row) => row.texts['hukou_place']);
  expect(shown({})).toEqual(['广东省东莞市', '湖南省邵阳市双清区', '日本国大阪府']);
  expect(shown({ hukou_place: { contains: '邵阳' } })).toEqual(['湖南省邵阳市双清区']);
  expect(shown({ hukou_place: { contains: '大阪' } })).toEqual(['日本国大阪府']);
  expect(shown({ hukou_place: '441900' })).toEqual(['广东省东莞市']);
  expect(store.suggest('person', 'hukou_place', '东莞')[0]).toBe('广东省东莞市');
  expect(store.suggest('person', 'hukou_place', 'dgs')).toContain('广东省东莞市');
  store.close();
});
