import { type AgeOf, commitCell } from './commit-cell.ts';
import type { KeptFigure } from './kept-figures.ts';
import { figureNames } from './public-instances.ts';

/**
 * Best known costs of the instances of T. Curtois and R. Qu (2014), 1 to 24: as listed by wssuite/NurseScheduler,
 * `benchmark/nrp.yml`.
 */
const BEST_KNOWN = [
  607, 828, 1001, 1716, 1143, 1950, 1056, 1300, 439, 4631, 3443, 4040, 1348, 1278, 3829, 3225, 5746, 4459,
  3149, 4769, 21133, 30241, 17428, 42463,
];

/** Our costs beside the best known; nothing where they were not measured. */
export function publicSection(figures: readonly KeptFigure[], ageOf: AgeOf): readonly string[] {
  const byName = new Map(figures.map((figure) => [figure.name, figure]));
  const rows = BEST_KNOWN.flatMap((best, i) =>
    rowOf({ instance: `Instance${String(i + 1)}`, best }, byName, ageOf),
  );
  if (rows.length === 0) return [];
  return [
    '## Rosters of public instances',
    '',
    'Shift scheduling of T. Curtois and R. Qu (2014), read from files that are not part of this project; every roster counted again',
    'by a scorer that shares no code with the solver, 60 s on the wall each, one thread. Gap: between bound and cost. Proven: no',
    'roster costs less. Work: simplex iterations; of a proven one the same everywhere.',
    '',
    '| instance | ours | bound | gap | best known | over it | proven | s | CPU s | work | day | commit |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

function rowOf(
  { instance, best }: { readonly instance: string; readonly best: number },
  byName: ReadonlyMap<string, KeptFigure>,
  ageOf: AgeOf,
): readonly string[] {
  const [cost, bound, ...effort] = figureNames(instance).map((name) => byName.get(name));
  if (bound === undefined) return [];
  const quality =
    cost === undefined
      ? ['none', bound.value, '', best, '', 'no']
      : [
          cost.value,
          bound.value,
          percent(cost.value - bound.value, cost.value),
          best,
          percent(cost.value - best, best),
          cost.value === bound.value ? 'yes' : 'no',
        ];
  const cells = [
    instance,
    ...quality,
    ...effort.map((figure) => figure?.value ?? ''),
    bound.date.slice(5, 10),
    commitCell(bound, ageOf(bound)),
  ];
  return [`| ${cells.join(' | ')} |`];
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / (whole || 1)).toFixed(2)} %`;
}
