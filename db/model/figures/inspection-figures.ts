import { words } from '../localized.ts';
import { dayMarks, defineCount, defineRate } from './define-rate.ts';

const ordered = { state: { not: ['90'] } } as const;
const ended = { state: ['40', '50'] } as const;
const open = { state: ['10', '20'] } as const;

/** Inspections and what follows from them; notices count by the day they were issued. */
export const inspectionFigures = [
  defineRate({
    id: 'hazard_found',
    ledger: 'inspection',
    label: words('隐患检出率', 'Hazards found'),
    definition: words(
      '隐患检出率＝发现隐患的检查次数÷检查次数',
      'Inspections that found a hazard out of all inspections',
    ),
    counted: words('发现隐患', 'With hazards'),
    outOf: words('检查', 'Inspections'),
    numerator: { result: ['2', '3', '4'] },
    denominator: {},
  }),
  defineRate({
    id: 'cleared',
    ledger: 'rectification',
    label: words('整改率', 'Put right'),
    definition: words(
      '整改率＝已消除的通知书份数÷下发份数（不含撤销），按下发日期统计',
      'Notices whose hazards are cleared out of those issued, withdrawn ones left out; by the day of issue',
    ),
    counted: words('已消除', 'Cleared'),
    outOf: words('下发', 'Issued'),
    numerator: { state: '40' },
    denominator: ordered,
  }),
  defineRate({
    id: 'cleared_in_time',
    ledger: 'rectification',
    label: words('按期整改率', 'Put right in time'),
    definition: words(
      '按期整改率＝期限内消除的份数÷整改期限已过的份数，按下发日期统计',
      'Notices cleared within their term out of those whose term has passed; by the day of issue',
    ),
    counted: words('期限内消除', 'Cleared in time'),
    outOf: words('期限已过', 'Term passed'),
    numerator: { state: '40', cleared_on: { notAfter: 'deadline' } },
    denominator: { ...ordered, deadline: { to: dayMarks.yesterday } },
  }),
  defineCount({
    id: 'ended',
    ledger: 'rectification',
    label: words('已办结', 'Ended'),
    definition: words(
      '本期下发、已消除或移交的份数',
      'Notices of the period that are cleared or handed over',
    ),
    where: ended,
  }),
  defineCount({
    id: 'overdue',
    ledger: 'rectification',
    label: words('超期未整改', 'Overdue'),
    definition: words(
      '本期下发、整改期限已过仍未消除的份数',
      'Notices of the period whose term has passed and that are not cleared',
    ),
    where: { ...open, deadline: { to: dayMarks.yesterday } },
  }),
];
