import type { Measurement } from '../../db/cli/bench/measure.ts';
import { packageSection } from './package-section.ts';
import { publicInstancesSection } from './public-instances.ts';

/** docs/performance.md from one run of every benchmark. Figures only as measured; nothing is rounded up or left out. */
export function performancePage(results: readonly Measurement[]): string {
  const peers = results.filter((m) => m.name.startsWith('peer.') && !m.name.startsWith('peer.package'));
  const checks = results.filter((m) => m.name.startsWith('check.'));
  const own = results.filter((m) => !m.name.startsWith('peer.'));
  const promised = own.filter((m) => m.target !== undefined);
  const others = own.filter((m) => m.target === undefined && !m.name.startsWith('check.'));
  return [
    '# Performance',
    '',
    'Written by `npm run bench`; do not edit. Figures of the machine named, each with the day and load of its own run, over an',
    'encrypted practice town of 1,000,000 people with everything around them (`zw practice --people 1000000 --seed 1`). `value`',
    'is the 95th percentile where there are samples. The page cache is warm unless the note says otherwise; while `load` is',
    'above the number of processors, times on the wall are too high and `CPU p95` says more.',
    '',
    ...machines(results),
    '',
    '## What was promised',
    '',
    ...table(promised, true),
    '',
    'Cold start of the window and memory of its processes are measured in the built program: `tests/bench/cold-start.ts`.',
    '',
    '## Beside it',
    '',
    ...table(others, false),
    '',
    '## The check',
    '',
    ...checkSection(checks),
    ...packageSection(results),
    ...publicInstancesSection(),
    '## The same work with other programs',
    '',
    'Taken in the same run. The product encrypts, keeps a change record of every save and searches all ledgers by',
    'pinyin too; the others do none of this. The npm driver `sqlite3` is not in the table: its package holds no binary,',
    'it fetches one from GitHub or compiles it, which this project does not ask of anybody.',
    '',
    ...table(peers, false),
    '',
  ].join('\n');
}

/** `zw check`, beside what SQLite alone takes for a part of it; nothing in a run that did not measure it. */
function checkSection(checks: readonly Measurement[]): readonly string[] {
  if (checks.length === 0) return ['Not measured in this run.', ''];
  return [
    '`zw check` of the whole file: pages and content (`quick_check` of each table), every index against its rows, links,',
    'the hash chain of the log, every row against its history and against the search index. It runs in slices, between',
    'two of which others are answered; the longest is the `quick_check` of the largest table, which SQLite does in one',
    "go. Beside it SQLite's own `integrity_check` of the same file, which is the first two of these in one go.",
    '',
    ...table(checks, false),
    '',
  ];
}

function machines(results: readonly Measurement[]): readonly string[] {
  const names = [...new Set(results.map((m) => m.machine))];
  const days = [...new Set(results.map((m) => m.date.slice(0, 10)))];
  const loads = results.map((m) => m.load);
  const load = `load ${String(Math.min(...loads))} to ${String(Math.max(...loads))}`;
  return [`Machine: ${names.join('; ')}. Date: ${days.join(', ')}. ${load}.`];
}

function table(rows: readonly Measurement[], hasTarget: boolean): readonly string[] {
  const titles = [
    'what',
    ...(hasTarget ? ['target', 'kept'] : []),
    'value',
    'p50',
    'CPU p95',
    'n',
    'load',
    'day',
    'note',
  ];
  return [titles, titles.map(() => '---'), ...rows.map((m) => cells(m, hasTarget))].map(
    (row) => `| ${row.join(' | ')} |`,
  );
}

function cells(m: Measurement, hasTarget: boolean): readonly string[] {
  const unit = m.unit === 'count' || m.unit === 'ratio' ? '' : ` ${m.unit}`;
  const promise = hasTarget ? [m.target ?? '', m.ok === true ? 'yes' : 'no'] : [];
  const number = (value: number | undefined): string =>
    value === undefined || !Number.isFinite(value) ? '' : String(value);
  return [
    m.name,
    ...promise,
    `${number(m.value)}${unit}`,
    number(m.p50),
    number(m.cpu_p95),
    String(m.n),
    String(m.load),
    m.date.slice(5, 10),
    m.note ?? '',
  ];
}
