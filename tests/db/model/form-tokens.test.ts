import { describe, expect, test } from 'vitest';
import { findGeneral, findPath, findRelated, nearestNames } from '../../../db/model/forms/form-names.ts';
import { readPlaces, writePlaces } from '../../../db/model/forms/form-mapping.ts';
import { findTokens, readToken } from '../../../db/model/forms/form-token.ts';
import { household } from '../../../db/model/ledgers/household.ts';
import { person } from '../../../db/model/ledgers/person.ts';
import { ledgerById, ledgers } from '../../../db/model/registry.ts';

describe('tokens of a form', () => {
  test('are found in braces of both widths; stray and empty ones are text', () => {
    expect(findTokens('甲{姓名}乙｛ 性别 ｝{}{ {证件号码}').map(({ inner }) => inner)).toEqual([
      '姓名',
      '性别',
      '证件号码',
    ]);
  });

  test.each([
    ['姓名', { kind: 'value', path: '姓名' }],
    ['所属户.户主', { kind: 'value', path: '所属户.户主' }],
    ['#列表', { kind: 'repeat', name: '列表' }],
    ['/列表', { kind: 'end' }],
    ['？性别＝男', { kind: 'if', test: { path: '性别', text: '男', isNot: false } }],
    ['^性别=男', { kind: 'if', test: { path: '性别', text: '男', isNot: true } }],
    ['?性别!=男', { kind: 'if', test: { path: '性别', text: '男', isNot: true } }],
    ['?备注', { kind: 'if', test: { path: '备注', text: null, isNot: false } }],
    ['勾：性别=男', { kind: 'tick', test: { path: '性别', text: '男', isNot: false } }],
    ['数:总户数', { kind: 'figure', name: '总户数' }],
    ['记录数', { kind: 'count', test: null }],
    ['记录数:性别=女', { kind: 'count', test: { path: '性别', text: '女', isNot: false } }],
  ])('{%s} is taken apart', (inner, token) => {
    expect(readToken(inner)).toEqual(token);
  });

  test('every field of every ledger is found by its label and its name, and reads as a value', () => {
    let count = 0;
    for (const ledger of ledgers) {
      for (const [name, field] of Object.entries(ledger.fields)) {
        if (field.retired !== undefined) continue;
        count += 1;
        expect(readToken(field.label.zh).kind, `${ledger.id}.${name}`).toBe('value');
        expect(findPath(ledger, field.label.zh, ledgerById)?.field.label.zh, `${ledger.id}.${name}`).toBe(
          field.label.zh,
        );
        expect(findPath(ledger, name, ledgerById), `${ledger.id}.${name}`).not.toBeNull();
      }
    }
    expect(count).toBeGreaterThan(300);
  });

  test('lead through links, know aliases, and name what was probably meant', () => {
    expect(findPath(person, '身份证号', ledgerById)?.name).toBe('doc_no');
    expect(findPath(person, '所属户.户主.姓名', ledgerById)).toMatchObject({
      links: ['household', 'head'],
      name: 'name',
    });
    expect(findPath(person, '姓名.姓名', ledgerById)).toBeNull();
    expect(findRelated(household, '实有人口', ledgerById)).toMatchObject({ field: 'household' });
    expect(findGeneral('今天')).toBeNull();
    expect(findGeneral('填报单位')).toBe('office');
    expect(nearestNames(person, '联系电花', ledgerById)[0]).toBe('联系电话');
    expect(nearestNames(person, '所属村（社区）.名城', ledgerById)[0]).toBe('所属村（社区）.名称');
  });
});

test('marks are kept as JSON, none as nothing, and nonsense is noticed', () => {
  expect(writePlaces([])).toBeNull();
  expect(readPlaces(writePlaces([{ at: '表!A1', text: '{姓名}' }]))).toEqual([
    { at: '表!A1', text: '{姓名}' },
  ]);
  expect(readPlaces(null)).toEqual([]);
  expect(readPlaces('{"at":1}')).toBeNull();
  expect(readPlaces('no json')).toBeNull();
});
