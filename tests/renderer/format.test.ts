import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formatDay, formatInstant, formatLongDay, groupDigits } from '../../renderer/text/format.ts';

const format = path.resolve(import.meta.dirname, '../../renderer/text/format.ts');

/** What another process says, whose computer stands in a zone. */
function saidIn(zone: string): unknown {
  const code = `
    const f = await import(${JSON.stringify(format)});
    console.log(JSON.stringify([
      f.formatInstant('2026-11-23T00:30:00.000Z'),
      f.formatDay('2026-11-23T16:00:00.000Z'),
      f.formatDay('2026-11-23'),
      f.formatLongDay('2026-11-23', 'en'),
    ]));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  return JSON.parse(run.stdout);
}

test.each(['America/New_York', 'UTC', 'Asia/Shanghai', 'Pacific/Auckland'])(
  'a computer left in %s tells the time of the office',
  (zone) => {
    expect(saidIn(zone)).toEqual([
      '2026-11-23 08:30',
      '2026-11-24',
      '2026-11-23',
      'Monday, 23 November 2026',
    ]);
  },
);

test('a moment that is none is shown as nothing', () => {
  expect(formatInstant('')).toBe('');
  expect(formatDay('')).toBe('');
  expect(formatDay('2026-11-23')).toBe('2026-11-23');
  expect(formatLongDay('2026-11-23', 'en')).toBe('Monday, 23 November 2026');
});

test('a quantity is written with its thousands separated, anything else as it is', () => {
  const said = ['12345.60', '-1234567', '999', '1000', '0.50', '12a34', '***', ''].map(groupDigits);
  expect(said).toEqual(['12,345.60', '-1,234,567', '999', '1,000', '0.50', '12a34', '***', '']);
});
