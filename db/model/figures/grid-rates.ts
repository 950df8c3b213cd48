import { words } from '../localized.ts';
import { defineRate, type DefinedFigure } from './define-rate.ts';

const inGrid = {
  id: 'in_grid',
  label: words('落格率', 'In a grid'),
  counted: words('已落格', 'In a grid'),
  outOf: words('在册', 'All'),
  numerator: { grid: { blank: false } },
  denominator: {},
} as const;

/** What must lie in a grid (人、地、物、组织): as it stands. */
const standing = ['person', 'building', 'facility', 'unit'] as const;

/** Whether a record lies in a grid (落格): what 信息掌握到位 is measured by. What happened (事) counts by its period. */
export const gridFigures: readonly DefinedFigure[] = [
  ...standing.map((ledger) =>
    defineRate({
      ...inGrid,
      ledger,
      definition: words(
        '落格率＝已填所属网格的在册记录数÷在册记录数',
        'Records that say their grid out of all records there are',
      ),
      per: null,
    }),
  ),
  defineRate({
    ...inGrid,
    ledger: 'issue',
    definition: words(
      '落格率＝已填所属网格的宗数÷上报宗数，按上报时间统计',
      'Issues that say their grid out of those reported; by the time of reporting',
    ),
  }),
];
