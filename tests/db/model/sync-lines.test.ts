import { describe, expect, test } from 'vitest';
import { readLine, recordLine, sectionLine } from '../../../db/model/sync/lines.ts';
import type { SyncRecord } from '../../../db/model/sync/sync-record.ts';

const section = { ledger: 'person', revision: 3 };
const record: SyncRecord = {
  ...section,
  id: '0199-1',
  isWhole: false,
  values: { name: '张三', phone: null, depth: 1.5 },
  clock: [5, '441900121-k7f3q2'],
  clocks: { phone: [9, '441900-abcdef'] },
  removal: { reason: null, clock: [7, '441900-abcdef'] },
  author: '李梅',
};

describe('a line of a package', () => {
  test('is read as it was written', () => {
    expect(readLine(recordLine(record), section)).toEqual({ kind: 'record', record });
    expect(readLine(sectionLine(section), null)).toEqual({ kind: 'section', section });
  });

  test('that is no record is told, never thrown', () => {
    const whole = { i: 'a', t: [5, 'n'], a: '', w: {} };
    const lines = [
      '',
      'x',
      '[]',
      'null',
      '{"ledger":7}',
      '{"ledger":"person"}',
      JSON.stringify({ ...whole, ledger: 'person' }),
      JSON.stringify({ ...whole, v: {} }),
      JSON.stringify({ i: 'a', t: [5, 'n'], a: '' }),
      JSON.stringify({ ...whole, t: [-1, 'n'] }),
      JSON.stringify({ ...whole, w: [] }),
      JSON.stringify({ ...whole, w: { name: true } }),
      JSON.stringify({ ...whole, w: { name: ['张三'] } }),
      JSON.stringify({ ...whole, w: { name: {} } }),
      '{"i":"a","t":[5,"n"],"a":"","w":{"__proto__":null}}',
    ];
    for (const line of lines) expect(readLine(line, section), line).toMatchObject({ kind: 'unreadable' });
    expect(readLine(recordLine(record), null)).toMatchObject({ kind: 'unreadable' });
  });
});
