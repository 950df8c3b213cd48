import { linkKey } from '../where.ts';
import { words } from '../localized.ts';
import { dayMarks, defineCount, defineRate, defineRatio, proposed } from './define-rate.ts';
import { reported } from './issue-rates.ts';

/**
 * Who walks a grid: full-time and part-time grid staff at work or on leave, not who leads or advises (domain.md §4.2). The
 * register says who is there today, not who was in an earlier month.
 */
const gridWorkers = { post: ['02', '03'], state: ['01', '02'] } as const;
const gridWorkersCalled = words('现有网格员', 'Grid workers now');

/** Grids that were not given up. */
const gridsInUse = { ended_on: { blank: true } } as const;
const workersOfGrid = linkKey({ ledger: 'grid_staff', link: 'grid' });
const visitsOfHousehold = linkKey({ ledger: 'liaison_visit', link: 'household' });

/**
 * Figures over two ledgers. 人均上报 and 网格覆盖率 are named in domain.md §4.6, 人口/网格员 in §1.1 row 2, without a formula: who
 * counts as 网格员 is a proposal. 入户率 is told of towns as households visited out of all (§6.2, S30).
 */
export const staffingFigures = [
  defineRatio({
    id: 'per_worker',
    ledger: 'issue',
    label: words('人均上报', 'Reported per grid worker'),
    definition: proposed(
      '人均上报＝上报宗数（不含草稿、作废、撤回，按上报时间统计）÷现有专职、兼职网格员人数（在岗、休假）；各期都按现有人数计算',
      'Issues reported (drafts and void ones left out, by the time of reporting) to each full-time or part-time grid worker there is now, in every period',
    ),
    counted: words('已上报', 'Reported'),
    outOf: gridWorkersCalled,
    unit: words('宗/人', 'a worker'),
    numerator: reported,
    denominator: { ledger: 'grid_staff', where: gridWorkers },
  }),
  defineRatio({
    id: 'per_worker',
    ledger: 'person',
    label: words('人口/网格员', 'Residents per grid worker'),
    definition: proposed(
      '人口/网格员＝在册实有人口÷现有专职、兼职网格员人数（在岗、休假）',
      'Residents to each full-time or part-time grid worker there is now',
    ),
    counted: words('在册', 'Residents'),
    outOf: gridWorkersCalled,
    unit: words('人/网格员', 'a worker'),
    numerator: {},
    denominator: { ledger: 'grid_staff', where: gridWorkers },
    per: null,
  }),
  defineRate({
    id: 'staffed',
    ledger: 'grid',
    label: words('网格覆盖率', 'Grids with a worker'),
    definition: proposed(
      '网格覆盖率＝至少有一名专职或兼职网格员（在岗、休假）的网格数÷未停用的网格数',
      'Grids with a full-time or part-time grid worker out of the grids in use',
    ),
    counted: words('有网格员', 'With a worker'),
    outOf: words('未停用', 'In use'),
    numerator: { [workersOfGrid]: { some: gridWorkers } },
    denominator: gridsInUse,
    per: null,
  }),
  defineCount({
    id: 'unstaffed',
    ledger: 'grid',
    label: words('无网格员的网格', 'Grids without a worker'),
    definition: words(
      '未停用、没有专职或兼职网格员（在岗、休假）的网格数',
      'Grids in use that no full-time or part-time grid worker is in charge of',
    ),
    where: { ...gridsInUse, [workersOfGrid]: { none: gridWorkers } },
    per: null,
  }),
  defineRate({
    id: 'visited',
    ledger: 'liaison_visit',
    countedIn: 'household',
    label: words('入户率', 'Households visited'),
    definition: words(
      '入户率＝本期走访过的户数（走访记录填了所在户的，同一户只计一次）÷现有户数；各期都按现有户数计算',
      'Households visited in the period, each once, as far as visits name them, out of all there are now, in every period',
    ),
    counted: words('走访过', 'Visited'),
    outOf: words('现有', 'All'),
    numerator: {
      [visitsOfHousehold]: { some: { visited_at: { from: dayMarks.first, to: dayMarks.last } } },
    },
    denominator: {},
  }),
];
