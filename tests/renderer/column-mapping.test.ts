import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../../db/model/registry.ts';
import {
  doubledFields,
  firstMapping,
  mappingKey,
  missingFields,
  readRemembered,
  rememberable,
} from '../../renderer/screens/import/column-mapping.ts';
import type { Inspected } from '../../renderer/screens/import/column-mapping.ts';

const person = ledgerOf('person');
const column = (index: number, header: string, field: string | null) => ({
  index,
  header,
  field,
  samples: [],
});
const columns = [column(0, '姓名', 'name'), column(1, '手机', null), column(2, '', null)];
const inspected: Inspected = {
  sheets: ['a'],
  sheet: 'a',
  headerRow: 1,
  rows: 9,
  columns,
  missing: ['person_kinds'],
};

describe('columns of a sheet', () => {
  test('go where they went last time, else where the matcher sends them', () => {
    expect(firstMapping(columns, { 手机: 'phone' })).toEqual({ 0: 'name', 1: 'phone', 2: null });
  });

  test('stay out when they were left out last time', () => {
    expect(firstMapping(columns, { 姓名: null })[0]).toBeNull();
  });

  test('what is remembered comes back as it was chosen', () => {
    const chosen = { 0: null, 1: 'phone', 2: 'name' };
    const kept: unknown = JSON.parse(JSON.stringify(rememberable(columns, chosen)));
    expect(firstMapping(columns, readRemembered(kept, person))).toEqual({ 0: null, 1: 'phone', 2: null });
  });

  test('a remembered field that no longer exists is left to the matcher', () => {
    expect(readRemembered({ 姓名: 'gone_field', 手机: 'phone', x: 3 }, person)).toEqual({ 手机: 'phone' });
    expect(readRemembered('damaged', person)).toEqual({});
  });

  test('two columns for one field are noticed, several left out are not', () => {
    expect([...doubledFields({ 0: 'name', 1: 'name', 2: null, 3: null })]).toEqual(['name']);
  });

  test('a required field is missing when its column was taken away by hand', () => {
    expect(missingFields(person, inspected, { 0: null, 1: null, 2: null })).toContain('name');
    expect(missingFields(person, inspected, { 0: 'name', 1: null, 2: null })).not.toContain('name');
  });

  test('the memory is kept per ledger and set of headers', () => {
    const other = [column(0, '姓名', 'name'), column(1, '电话', null)];
    expect(mappingKey('person', columns)).toBe(mappingKey('person', [...columns]));
    expect(mappingKey('person', columns)).not.toBe(mappingKey('unit', columns));
    expect(mappingKey('person', columns)).not.toBe(mappingKey('person', other));
  });
});
