import { expect, test } from 'vitest';
import { chunkOf, rowsOf } from '../../../db/exchange/sheet/import/chunk.ts';
import type { MappedRow } from '../../../db/exchange/sheet/import/import-types.ts';
import { EntriesFinder } from '../../../db/model/derive/search-entries.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import { SeenKeys } from '../../../db/exchange/sheet/import/seen-keys.ts';

test('every key of a sheet is known by the row it stood in first, and no other key is taken for it', () => {
  const seen = new SeenKeys();
  const keyOf = (i: number): string =>
    `{"doc_type":"111","doc_no":"44190019900101${String(i).padStart(6, '0')}"}`;
  const rows = 200_000;
  const taken = Array.from({ length: rows }, (_, i) => seen.firstRow(keyOf(i), i + 2)).filter(
    (r) => r !== null,
  );
  expect(taken).toEqual([]);
  const places = [0, 1, 511, 512, 99_999, rows - 1];
  expect(places.map((i) => seen.firstRow(keyOf(i), 1))).toEqual(places.map((i) => i + 2));
  expect(seen.firstRow('', 7)).toBeNull();
  expect(seen.firstRow('', 8)).toBe(7);
});

test('rows come out of a chunk as they went in, also after crossing to another thread', () => {
  const problem = { column: 1, field: 'doc_no', code: 'unknown-code', args: { value: 'X' } } as const;
  const rows: readonly MappedRow[] = [
    {
      row: 2,
      given: ['曾伟', undefined, null],
      derived: { sex: '1' },
      unreadable: [],
      broken: [],
      raw: '曾伟\u001f',
    },
    { row: 5, given: [undefined, ['01', '02']], derived: {}, unreadable: [problem], broken: [], raw: '' },
    { row: 6, given: [true, 3.5], derived: { sex: null }, unreadable: [], broken: [problem], raw: '是' },
  ];
  const finder = new EntriesFinder(ledgerOf('person'));
  for (const name of ['曾伟', '单娜', '王芳']) finder.add({ name });
  const entries = finder.take();
  const crossed = structuredClone(chunkOf(rows, { entries, lastRow: 9 }));
  expect(crossed.lastRow).toBe(9);
  expect(crossed.entries).toEqual(entries);
  const widened = rows.map((row) => ({ ...row, given: [...row.given, undefined].slice(0, 3) }));
  expect([...rowsOf(crossed)]).toEqual(widened);
});
