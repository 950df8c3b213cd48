import { type AgeOf, commitCell } from './commit-cell.ts';
import type { KeptFigure } from './kept-figures.ts';
import { packageSection } from './package-section.ts';
import { publicSection } from './public-section.ts';

/** docs/performance.md from the kept figures. Figures only as measured; nothing is rounded up or left out. */
export function performancePage(figures: readonly KeptFigure[], ageOf: AgeOf): string {
  const isOf = (prefix: string) => (figure: KeptFigure) => figure.name.startsWith(prefix);
  const peers = figures.filter((m) => isOf('peer.')(m) && !isOf('peer.package')(m));
  const checks = figures.filter(isOf('check.'));
  const own = figures.filter((m) => !isOf('peer.')(m) && !isOf('public-rosters.')(m));
  const promised = own.filter((m) => m.target !== undefined);
  const others = own.filter((m) => m.target === undefined && !isOf('check.')(m));
  const table = (rows: readonly KeptFigure[], hasTarget = false) => tableOf(rows, { hasTarget, ageOf });
  return [
    '# Performance',
    '',
    'Written by `npm run bench` from `performance.jsonl`; do not edit. Figures of the machine named, each with the commit, day',
    'and load of its own run, over an encrypted practice town of 1,000,000 people with everything around them',
    '(`zw practice --people 1000000 --seed 1`). `value` is the 95th percentile where there are samples. The page cache is warm',
    'unless the note says otherwise; while `load` is above the number of processors, times on the wall are too high and',
    '`CPU p95` says more.',
    '',
    'Each benchmark declares the files its figures depend on (`tests/bench/benchmarks.ts`). A figure is _older_ when one of',
    'them has changed since the commit it was measured on, or a package they import has another version: it says what the',
    'product did then, not what it does now.',
    `${String(figures.filter((m) => ageOf(m) !== 'current').length)} of ${String(figures.length)} figures are older. \`npm run bench -- NAME page\` measures again,`,
    '`npm run bench -- page` only renews the marks, and the tests see to it that no mark is missing.',
    '',
    ...machines(figures),
    '',
    '## What was promised',
    '',
    ...table(promised, true),
    '',
    '## Beside it',
    '',
    ...table(others),
    '',
    '## The check',
    '',
    ...(checks.length === 0 ? ['Not measured.', ''] : [...CHECK, ...table(checks), '']),
    ...packageSection(figures, ageOf),
    ...publicSection(figures, ageOf),
    '## The same work with other programs',
    '',
    'The product encrypts, keeps a change record of every save and searches all ledgers by pinyin too; the others do none of',
    'this. Figures of one commit and day were taken in one run. The npm driver `sqlite3` is not in the table: its package holds',
    'no binary, it fetches one from GitHub or compiles it, which this project does not ask of anybody.',
    '',
    ...table(peers),
    '',
  ].join('\n');
}

const CHECK = [
  '`zw check` of the whole file: pages and content (`quick_check` of each table), every index against its rows, links,',
  'the hash chain of the log, every row against its history and against the search index. It runs in slices, between',
  'two of which others are answered; the longest is the `quick_check` of the largest table, which SQLite does in one',
  "go. Beside it SQLite's own `integrity_check` of the same file, which is the first two of these in one go.",
  '',
] as const;

function machines(figures: readonly KeptFigure[]): readonly string[] {
  const names = [...new Set(figures.map((m) => m.machine))];
  const days = [...new Set(figures.map((m) => m.date.slice(0, 10)))].toSorted();
  const loads = figures.map((m) => m.load);
  const load = `load ${String(Math.min(...loads))} to ${String(Math.max(...loads))}`;
  return [`Machine: ${names.join('; ')}. Date: ${days.join(', ')}. ${load}.`];
}

interface TableStyle {
  readonly hasTarget: boolean;
  readonly ageOf: AgeOf;
}

function tableOf(rows: readonly KeptFigure[], style: TableStyle): readonly string[] {
  const titles = [
    'what',
    ...(style.hasTarget ? ['target', 'kept'] : []),
    'value',
    'p50',
    'CPU p95',
    'n',
    'load',
    'day',
    'commit',
    'note',
  ];
  return [titles, titles.map(() => '---'), ...rows.map((m) => cells(m, style))].map(
    (row) => `| ${row.join(' | ')} |`,
  );
}

function cells(m: KeptFigure, { hasTarget, ageOf }: TableStyle): readonly string[] {
  const unit = m.unit === 'count' || m.unit === 'ratio' ? '' : ` ${m.unit}`;
  const promise = hasTarget ? [m.target ?? '', m.ok === true ? 'yes' : 'no'] : [];
  const number = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return [
    m.name,
    ...promise,
    `${number(m.value)}${unit}`,
    number(m.p50),
    number(m.cpu_p95),
    String(m.n),
    String(m.load),
    m.date.slice(5, 10),
    commitCell(m, ageOf(m)),
    m.note ?? '',
  ];
}
