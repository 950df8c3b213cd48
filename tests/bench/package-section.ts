import type { KeptFigure } from './kept-figures.ts';
import { type AgeOf, commitCell } from './commit-cell.ts';

const CPU = 'peer.package.';
const BYTES = 'peer.package-bytes.';
const OWN = 'this product';

/** The same edits carried by the product and by other programs, with ratios; nothing where they were not measured. */
export function packageSection(figures: readonly KeptFigure[], ageOf: AgeOf): readonly string[] {
  const own = figures.find(({ name }) => name === CPU + OWN);
  const bytesByName = new Map(
    figures
      .filter(({ name }) => name.startsWith(BYTES))
      .map(({ name, value }) => [name.slice(BYTES.length), value]),
  );
  const ownBytes = bytesByName.get(OWN);
  if (own === undefined || ownBytes === undefined) return [];
  const rows = figures
    .filter(({ name }) => name.startsWith(CPU))
    .map((of) => {
      const name = of.name.slice(CPU.length);
      const bytes = bytesByName.get(name) ?? Number.NaN;
      const cells = [
        name,
        of.value,
        share(of.value, own.value),
        bytes,
        share(bytes, ownBytes),
        of.note ?? '',
      ];
      return `| ${cells.join(' | ')} |`;
    });
  return [
    '## Packages, and the same edits by other programs',
    '',
    `${String(own.n)} edits (80 % changes, 15 % new, 5 % vacated) in a town of 100,000 people, all in one run (load ${String(own.load)},`,
    `${own.date.slice(0, 10)}, commit ${commitCell(own, ageOf(own))}). The others`,
    'work on a plain table of the people alone, without encryption, and may keep what they need (a former copy, a live',
    'recorder) for nothing; signing, encrypting, flushing and reading back are only in our figures. zstd at its own level, 3,',
    'unless said otherwise; ours at 1, which on lines of records packs tighter.',
    '',
    '| way | CPU s | over ours | KB | over ours | note |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...WHERE_BEHIND,
    '',
  ];
}

const share = (value: number, own: number): string => (value / own).toPrecision(2);

const WHERE_BEHIND = [
  'Where we are not ahead: `sqldiff` is much smaller, because its statements name neither when nor by whom a value was',
  'written, which merging needs, and its changeset a little, because it is in the order of the ids; both read two whole',
  'copies, so their time grows with the town. The session extension costs little when it is asked, because it watched',
  'every edit from inside the editing program and loses all of it when that ends; it carries the former values of people',
  'too. Packed at levels 6 and 9 its file is smaller than our lines would be at the same level. Our time is that of a process',
  'that has sent before; the first sending of a process is `packages.10000-edits` above.',
  'Not measured: `sqlite3_rsync` (in no package of Debian 13; needs both sides live, so no stick) and geodiff (its package',
  'index was out of reach; when it was tried before, its file was as large as that of `sqldiff --changeset`).',
] as const;
