import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeTableById } from '../../db/model/codes/code-tables.ts';
import { ledgerById } from '../../db/model/registry.ts';

/** Entries of the inventory the product was asked to cover. */
const INVENTORY = 92;
const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/scope.md'), 'utf8');
/** Number, item, treatment and place of each line of the table. */
const rows = [...page.matchAll(/^\| (\d+) +\|([^|]+)\|([^|]+)\|([^|]+)\|$/gm)].map(
  ([, number, item = '', treatment = '', where = '']) => ({
    number: Number(number),
    item: item.trim(),
    treatment: treatment.trim(),
    where: where.trim(),
  }),
);

const ledgersIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([a-z][a-z0-9_]*)`/g)].map(([, id = '']) => id);

describe('the page of scope', () => {
  test('holds every entry of the inventory once, in order, and says where it is', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: INVENTORY }, (_, i) => i + 1));
    for (const { number, item, treatment, where } of rows)
      expect([number, item, treatment, where]).not.toContain('');
  });

  test('names only ledgers and code tables that exist', () => {
    const named = ledgersIn(page);
    expect(named.length).toBeGreaterThan(90);
    expect(named.filter((id) => !ledgerById.has(id))).toEqual([]);
    const tables = [...page.matchAll(/code:([a-z0-9_]+)/g)].map(([, id = '']) => id);
    expect(tables.length).toBeGreaterThan(3);
    expect(tables.filter((id) => !codeTableById.has(id))).toEqual([]);
  });

  test('has a place for every ledger of the navigation; parts stand with their whole', () => {
    const named = new Set(ledgersIn(page));
    const listed = [...ledgerById.values()].filter(({ partOf }) => partOf === undefined);
    expect(listed.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });

  test('gives every own ledger and module a ledger', () => {
    const kept = rows.filter(({ treatment }) => /^[LM]/.test(treatment));
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.filter(({ where }) => ledgersIn(where).length === 0)).toEqual([]);
  });
});
