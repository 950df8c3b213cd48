import { expect, test } from 'vitest';
import { codeTables } from '../../../db/model/codes/code-tables.ts';

test.each(codeTables.map((table) => [table.id, table] as const))(
  'items of %s are told apart by name, in Chinese and in English',
  (_, { items }) => {
    const chinese = items.map(({ name }) => name);
    const english = items.map(({ name_en = '' }) => name_en.toLowerCase());
    expect(new Set(chinese).size).toBe(items.length);
    expect(new Set(english).size).toBe(items.length);
    for (const name of english) expect(name).toMatch(/^\P{Script=Han}+$/u);
  },
);
