/** How one indicator counts: half its weight from `half_from` on, all of it from `full_from` on, as written in the form. */
export interface Indicator {
  /** Name of the field; code of table `labour_item`. */
  readonly item: string;
  readonly weight: number;
  readonly half_from: number | null;
  readonly full_from: number;
}

/** Facts that together make a grade whatever the score. */
export interface Veto {
  readonly name: string;
  /** Indicator → least value. */
  readonly when: readonly (readonly [item: string, from: number])[];
  readonly grade: string;
}

/** What a grade begins at and asks for. `every` in units of `care_interval_unit`; `null` = no review. */
export interface GradeRule {
  /** Code of `labor_grade`: 1 blue … 4 red. */
  readonly grade: string;
  readonly from_score: number;
  readonly every: number | null;
  readonly unit: string | null;
  readonly duty: string;
}

/** Everything a score is worked out by. */
export interface LabourScale {
  readonly indicators: readonly Indicator[];
  readonly vetoes: readonly Veto[];
  readonly grades: readonly GradeRule[];
}

/**
 * The scale a town starts with, 100 points in all. A proposal, to be replaced by rows of `labour_indicator`, `labour_veto`
 * and `labour_grade_rule`: 沙田镇 compares power, tax and payroll, wage period above 35 days as a signal; ≥10 people as a mass
 * event after 海曙; social security, tax, water, power after 黄石; grades after 天宁 and 修水.
 */
export const shippedScale: LabourScale = {
  indicators: [
    indicator('wage_months', 14, [1, 2]),
    indicator('owed_people', 10, [5, 30]),
    indicator('owed_amount', 8, [100_000, 500_000]),
    indicator('wage_cycle', 4, [36, 60]),
    indicator('utility_months', 7, [1, 2]),
    indicator('power_drop', 7, [30, 50]),
    indicator('insurance_months', 6, [1, 3]),
    indicator('layoff_rate', 5, [10, 20]),
    indicator('rent_months', 5, [1, 3]),
    indicator('is_unreachable', 8, [null, 1]),
    indicator('is_changed', 2, [null, 1]),
    indicator('lawsuits', 4, [1, 5]),
    indicator('is_tax_irregular', 4, [null, 1]),
    indicator('is_stopped', 6, [null, 1]),
    indicator('is_moving', 2, [null, 1]),
    indicator('complaints', 3, [1, 5]),
    indicator('petitioners', 2, [5, 10]),
    indicator('order_drop', 2, [30, 50]),
    indicator('is_risky_trade', 1, [null, 1]),
  ],
  vetoes: [
    {
      name: '法人失联且欠薪',
      when: [
        ['is_unreachable', 1],
        ['wage_months', 1],
      ],
      grade: '4',
    },
    {
      name: '停产且欠薪10人以上',
      when: [
        ['is_stopped', 1],
        ['owed_people', 10],
      ],
      grade: '4',
    },
  ],
  grades: [
    { grade: '1', from_score: 0, every: null, unit: null, duty: '列入日常名单' },
    { grade: '2', from_score: 30, every: 1, unit: '03', duty: '网格走访，每月一次' },
    { grade: '3', from_score: 50, every: 2, unit: '02', duty: '领导包案，人社部门约谈，每两周复核' },
    {
      grade: '4',
      from_score: 70,
      every: 1,
      unit: '01',
      duty: '每日跟踪，报市，成立专班，监控资产',
    },
  ],
};

function indicator(item: string, weight: number, from: readonly [number | null, number]): Indicator {
  return { item, weight, half_from: from[0], full_from: from[1] };
}
