import { describe, expect, it } from 'vitest';
import { codeIndex } from '../../../db/model/codes/code-index.ts';
import { codeTableById } from '../../../db/model/codes/code-tables.ts';

const find = (table: string, text: string): string | null =>
  codeIndex(codeTableById.get(table) ?? { items: [] })(text);

describe('reading codes out of sheets', () => {
  it.each([
    ['sex', '男', '1'],
    ['sex', '女性', '2'],
    ['sex', 'Female', '2'],
    ['ethnic', '汉', '01'],
    ['ethnic', '壮族', '08'],
    ['marital', '离异', '40'],
    ['education', '大专', '30'],
    ['id_doc', '身份证', '111'],
    ['id_doc', '回乡证', '516'],
    ['nationality', '香港', 'HKG'],
    ['nationality', 'usa', 'USA'],
    ['grid_post', '网格员', '02'],
    ['video_class', '一类', '1'],
    ['concern', '1', '01'],
  ])('%s: %s is %s', (table, text, code) => {
    expect(find(table, text)).toBe(code);
  });

  it('does not guess: an unknown name, or a code and a name that disagree, is no code', () => {
    expect(find('ethnic', '火星')).toBeNull();
    expect(find('ethnic', '01 壮族')).toBeNull();
    expect(find('ethnic', '')).toBeNull();
  });
});
