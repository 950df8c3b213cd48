import { describe, expect, test } from 'vitest';
import { codeTables } from '../../db/model/codes/code-tables.ts';
import { ledgers } from '../../db/model/registry.ts';
import { ledgerPlan } from '../../db/store/migrate/ledger-plan.ts';

const withDues = ledgers.filter(({ dues, wants }) => dues.length + wants.length > 0);
const tables = new Map(codeTables.map((table) => [table.id, table]));

test('some ledgers say what is due', () => {
  expect(withDues.length).toBeGreaterThan(10);
});

describe.each(withDues.map((ledger) => [ledger.id, ledger] as const))('what %s says is due', (_, ledger) => {
  const entries = [...ledger.dues, ...ledger.wants];

  test('holds in states its field can have', () => {
    const conditions = entries.flatMap((entry) => (entry.while === undefined ? [] : [entry.while]));
    const unknown = conditions.flatMap(({ field, values }) => {
      const table = ledger.fields[field]?.table;
      const codes = table === undefined ? null : new Set(tables.get(table)?.items.map(({ code }) => code));
      return codes === null
        ? []
        : values.filter((value) => !codes.has(value)).map((value) => `${field} ${value}`);
    });
    expect(unknown).toEqual([]);
  });

  test('names people by fields that may be seen, once for each thing', () => {
    const hidden = entries.filter(
      ({ person }) => person !== undefined && ledger.fields[person]?.masked === true,
    );
    expect(hidden).toEqual([]);
    const names = ledger.dues.map((due) => `${due.label.zh} ${due.field} ${String(due.while?.values)}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('is answered by an index of its own', () => {
    const { indexes } = ledgerPlan(ledger);
    for (const { field, until, while: only } of ledger.dues) {
      const wanted = [only?.field, until, field].filter((name) => name !== undefined);
      expect(indexes.some(({ columns }) => wanted.every((column, i) => columns[i] === column))).toBe(true);
    }
    for (const { field } of ledger.wants)
      expect(indexes.some(({ name }) => name.startsWith(`${ledger.id}_lacking_${field}_`))).toBe(true);
  });
});
