import { describe, expect, test } from 'vitest';
import { person } from '../../db/model/ledgers/person.ts';
import { readToken } from '../../db/model/forms/form-token.ts';
import { findPath } from '../../db/model/forms/form-names.ts';
import { ledgerById } from '../../db/model/registry.ts';
import { choicesOf, fitting, sourcesOf } from '../../renderer/screens/forms/field-sources.ts';
import {
  newForm,
  rowOf,
  withText,
  withToken,
  type FormView,
} from '../../renderer/screens/forms/form-draft.ts';

const cell = (at: string, text = '') => ({ at, text, columns: 1, rows: 1, isFormula: false });
const sheet: FormView = {
  kind: 'xlsx',
  sheets: [
    {
      name: '表',
      widths: [10, 10],
      rows: [
        { number: 1, cells: [cell('表!A1', '姓名'), cell('表!B1')] },
        { number: 2, cells: [cell('表!A2'), cell('表!B2')] },
      ],
      isCut: false,
    },
  ],
};
const word: FormView = {
  kind: 'docx',
  parts: [
    {
      place: 'body',
      blocks: [
        { kind: 'paragraph', paragraph: { at: 'd#0', text: '标题' } },
        {
          kind: 'table',
          rows: [
            {
              cells: [
                { columns: 1, paragraphs: [{ at: 'd#1', text: '' }] },
                { columns: 1, paragraphs: [{ at: 'd#2', text: '' }] },
              ],
            },
          ],
        },
      ],
    },
  ],
};

describe('marking a form', () => {
  test('a field replaces a lone token and stands behind a label', () => {
    expect(withToken('', '{姓名}')).toBe('{姓名}');
    expect(withToken(' {性别} ', '{姓名}')).toBe('{姓名}');
    expect(withToken('姓名：', '{姓名}')).toBe('姓名：{姓名}');
    expect(withToken('{姓名}，', '{性别}')).toBe('{姓名}，{性别}');
  });

  test('a place put back as it was is no mark', () => {
    const { draft } = newForm({ hash: 'a', name: '月报表.xlsx', view: sheet });
    expect(draft.name).toBe('月报表');
    const marked = withText(draft, '表!A1', { text: '{姓名}', own: '姓名' });
    expect([...marked.texts]).toEqual([['表!A1', '{姓名}']]);
    expect(withText(marked, '表!A1', { text: '姓名', own: '姓名' }).texts.size).toBe(0);
  });

  test('knows the row a place stands in', () => {
    expect(rowOf(sheet, '表!B2')).toEqual(['表!A2', '表!B2']);
    expect(rowOf(word, 'd#2')).toEqual(['d#1', 'd#2']);
    expect(rowOf(word, 'd#0')).toEqual([]);
  });
});

describe('the fields to pick', () => {
  test('are those of the ledger, of records it links to, and in a form of one record of those that point to it', () => {
    const kinds = (formKind: 'record' | 'list') =>
      new Set(sourcesOf(person, formKind).map(({ kind }) => kind));
    expect(kinds('list')).toEqual(new Set(['own', 'linked', 'figures']));
    expect(kinds('record')).toEqual(new Set(['own', 'linked', 'related', 'figures']));
    expect(sourcesOf(person, 'record').some(({ ledger }) => ledger.sensitive)).toBe(false);
  });

  test('every token that is offered is found again in the ledger', () => {
    const tokens = sourcesOf(person, 'list').flatMap((source) =>
      choicesOf(source, 'list').flatMap(({ choices }) => choices),
    );
    expect(tokens.length).toBeGreaterThan(100);
    const lost = tokens.filter(({ token }) => {
      const read = readToken(token.slice(1, -1));
      const isGeneral = /^\{(序号|当前日期|填报单位|填表人|记录数)\}$/u.test(token);
      return (
        !isGeneral &&
        read.kind !== 'figure' &&
        (read.kind !== 'value' || findPath(person, read.path, ledgerById) === null)
      );
    });
    expect(lost.map(({ token }) => token)).toEqual([]);
  });

  test('are narrowed by what is typed', () => {
    const [own] = sourcesOf(person, 'list');
    const groups = own === undefined ? [] : fitting(choicesOf(own, 'list'), '证件号码');
    expect(groups.flatMap(({ choices }) => choices.map(({ label }) => label.zh))).toContain('证件号码');
    expect(groups.flatMap(({ choices }) => choices).length).toBeLessThan(6);
  });
});
