import { dayAfter } from '../model/calendar/day-arithmetic.ts';
import type { Values } from '../model/field-kind.ts';
import { labourAssessment } from '../model/ledgers/dispute/labour-assessment.ts';
import { shippedScale } from '../model/ledgers/dispute/labour-scale.ts';
import { thresholdDigits } from '../model/ledgers/dispute/labour-values.ts';
import type { Days } from './days.ts';
import { recordIds } from './identifiers.ts';
import { personName } from './names.ts';
import { type Random, seededRandom } from './random.ts';
import type { Sample, SampledUnit } from './sample.ts';
import type { Town } from './town.ts';

/** Added to the town's seed, so that labour risks are drawn from chance of their own and nothing else moves. */
const LABOUR_STREAM = 0x6c_61_62_6f;
const scaled = (value: number): number => value * 10 ** thresholdDigits;

interface Desk {
  readonly random: Random;
  readonly put: (ledger: string, values: Values) => string;
  readonly days: Days;
  /** The last two months, the older first. */
  readonly months: readonly [string, string];
}

/** Writes the scale as rows of the town, and for a share of the sampled units assessments of two months. */
export function addLabourRisks(
  town: Town,
  { seed, sample }: { readonly seed: number; readonly sample: Sample },
): void {
  const random = seededRandom(seed + LABOUR_STREAM);
  const newId = recordIds(random);
  const at = town.days.longAgo(random);
  const { days } = town;
  const desk: Desk = {
    random,
    put: (ledger, values) => town.add(ledger, { at, id: newId(at), values }),
    days,
    months: [days.monthAgo(2), days.monthAgo(1)],
  };
  addScale(desk);
  for (const [i, unit] of sample.units.entries())
    // The first firm owes wages and cannot be reached: every town has one red one.
    if (i === 0 || random.chance(0.25)) addAssessments(desk, unit, i === 0);
}

function addScale({ put, months }: Desk): void {
  const valid_from = `${months[0].slice(0, 4)}-01-01`;
  for (const { item, weight, half_from, full_from } of shippedScale.indicators)
    put('labour_indicator', {
      item,
      weight,
      ...(half_from !== null && { half_from: scaled(half_from) }),
      full_from: scaled(full_from),
      valid_from,
    });
  for (const { name, when, grade } of shippedScale.vetoes) {
    const [first, second] = when;
    put('labour_veto', {
      name,
      ...(first && { first_item: first[0], first_from: scaled(first[1]) }),
      ...(second && { second_item: second[0], second_from: scaled(second[1]) }),
      grade,
      valid_from,
    });
  }
  for (const { grade, from_score, every, unit, duty } of shippedScale.grades)
    put('labour_grade_rule', {
      grade,
      from_score,
      ...(every !== null && { every }),
      ...(unit !== null && { unit }),
      duty,
      valid_from,
    });
}

function addAssessments(desk: Desk, unit: SampledUnit, isRed: boolean): void {
  const { random, put, months, days } = desk;
  for (const period of months) {
    const isLast = period === months[1];
    const closed = !isLast;
    const owner = personName(random, '林', true).name;
    const entered: Values = {
      unit: unit.id,
      period,
      assessed_on: `${period}-28`,
      assessor: '人社分局',
      village: unit.division,
      ...(isRed ? redValues : usualValues(random)),
      ...((isRed || random.chance(0.6)) && { responsible: owner }),
      lead_unit: '人力资源社会保障分局',
      state: closed ? '20' : '10',
      ...(closed && {
        closed_on: dayAfter(`${period}-28`, 2),
        closing: isRed ? '已补发部分工资，转入下月继续跟踪。' : '经核查，工资已按时发放。',
      }),
    };
    const step: Values | null = isRed
      ? {
          done_on: isLast ? days.ago(1) : dayAfter(`${period}-28`, 2),
          way: '02',
          person: owner,
          content: '约谈厂方财务，核对工资表，组织发放部分工资。',
          paid_people: 12,
          paid_amount: 9_600_000,
        }
      : null;
    const id = put('labour_assessment', { ...entered, ...following(entered, step) });
    if (step !== null) put('labour_step', { ...step, assessment: id });
  }
}

const redValues: Values = {
  wage_months: 2,
  owed_people: 46,
  owed_amount: 68_000_000,
  wage_cycle: 62,
  utility_months: 1,
  power_drop: 620,
  insurance_months: 2,
  is_unreachable: true,
  is_stopped: true,
  complaints: 6,
};

function usualValues(random: Random): Values {
  const isWeak = random.chance(0.3);
  return {
    wage_months: isWeak ? random.below(3) : 0,
    owed_people: isWeak ? random.below(40) : 0,
    wage_cycle: 30 + random.below(isWeak ? 40 : 6),
    power_drop: random.below(isWeak ? 600 : 250),
    insurance_months: isWeak ? random.below(4) : 0,
    complaints: random.below(isWeak ? 6 : 2),
    is_unreachable: false,
    is_stopped: false,
  };
}

/** What the store would work out when the row is saved, from the ledger's own definition. */
function following(whole: Values, newest: Values | null): Values {
  const parts = (): readonly Values[] => (newest === null ? [] : [newest]);
  return labourAssessment.follows.reduce<Values>(
    (row, { values }) => ({ ...row, ...values({ whole, newest, parts, rows: () => [] }) }),
    {},
  );
}
