import { describe, expect, it } from 'vitest';
import { defineLedger } from '../../../db/model/define-ledger.ts';
import { text } from '../../../db/model/fields/text.ts';
import { words } from '../../../db/model/localized.ts';

const label = words('甲', 'A');

/** A ledger whose second field has this name. */
const withField = (name: string) => () =>
  defineLedger({
    id: 'thing',
    revision: 1,
    area: 'base',
    label,
    counter: label,
    source: '测试',
    fields: { name: text({ label, max: 10 }), [name]: text({ label, max: 10 }) },
    title: ['name'],
    sections: [{ label, fields: ['name', name] }],
    list: ['name'],
    naturalKey: ['name'],
    sort: 'name',
  });

describe('the name of a field', () => {
  it('is a column of its table', () => {
    expect(withField('remark')).not.toThrow();
  });

  it.each([
    ['case', 'the name is a word of SQL'],
    ['check', 'the name is a word of SQL'],
    ['user', 'the name is a word of SQL'],
    ['id', 'the name is reserved'],
    ['street_py', 'a name must not end in _py'],
    ['houseNo', 'name is not snake_case'],
  ])('%s is refused at start-up', (name, why) => {
    expect(withField(name)).toThrow(`ledger thing, field ${name}: ${why}`);
  });
});
