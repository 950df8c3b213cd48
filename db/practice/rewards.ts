import type { Values } from '../model/field-kind.ts';
import { rewardLine } from '../model/ledgers/grid/reward-line.ts';
import { rewardSheet } from '../model/ledgers/grid/reward-sheet.ts';
import { scoreItem } from '../model/ledgers/grid/score-item.ts';
import { countMonth, type CountedItem } from '../model/performance/month-sheet.ts';
import { reportOf } from '../model/performance/reports.ts';
import type { Grid } from './grids.ts';
import { recordIds } from './identifiers.ts';
import { type Random, seededRandom } from './random.ts';
import type { Sample } from './sample.ts';
import type { Town } from './town.ts';

/** Added to the town's seed, so that rewards are drawn from chance of their own and nothing else moves. */
const REWARD_STREAM = 0x72_65_77_61;

interface Desk {
  readonly random: Random;
  readonly put: (ledger: string, values: Values) => string;
  /** The month before today has its sheet; the present one is left to be made. */
  readonly month: string;
  readonly madeOn: string;
}

/** Writes reward and scoring rules, some scorings, and the sheet of last month of one village, as the program makes it. */
export function addRewards(
  town: Town,
  { seed, sample }: { readonly seed: number; readonly sample: Sample },
): void {
  const grid = sample.firstGrid();
  if (grid === null) return;
  const random = seededRandom(seed + REWARD_STREAM);
  const newId = recordIds(random);
  const at = town.days.longAgo(random);
  const month = town.days.monthAgo(1);
  const desk: Desk = {
    random,
    put: (ledger, values) => town.add(ledger, { at, id: newId(at), values }),
    month,
    madeOn: `${town.days.monthAgo(0)}-01`,
  };
  const since = { valid_from: `${month.slice(0, 4)}-01-01` };
  const validRules = rules.map((rule): Values => ({ ...rule, ...since }));
  for (const rule of validRules) desk.put('reward_rule', rule);
  const scores = scoreRules.map((rule) => ({ rule, id: desk.put('score_rule', { ...rule, ...since }) }));
  const scorings = grid.staff.map((one, i) => {
    const score = scores[i % scores.length];
    const { points = 0, amount = 0 } = score?.rule ?? {};
    const values = scoreItem.fill({
      staff: one.id,
      village: grid.division,
      happened_on: `${month}-15`,
      rule: score?.id ?? '',
      times: 1 + random.below(3),
      each_points: points,
      each_amount: amount,
    });
    return { id: desk.put('score_item', values), staff: one.id, values };
  });
  const known = sample.issues.flatMap(({ id, values }) => reportOf(id, values));
  const items = countMonth({
    reports: known.filter(({ counted_on: day }) => day.startsWith(month)),
    known,
    rules: validRules,
    scorings: scorings.map(({ id, staff, values }) => ({
      id,
      staff,
      day: `${month}-15`,
      points: Number(values['points']),
      amount: Number(values['amount']),
    })),
  });
  addSheet(desk, grid, items);
}

function addSheet({ random, put, month, madeOn }: Desk, grid: Grid, items: readonly CountedItem[]): void {
  const lines = grid.staff.map(({ id, no }) => {
    const own = items.filter(({ staff }) => staff === id);
    const rows = own.map(itemValues);
    const entered: Values = {
      staff: id,
      staff_no: no,
      grid: grid.id,
      attendance_days: 19 + random.below(4),
    };
    return { rows, values: followed(rewardLine, entered, rows) };
  });
  const sheet = put('reward_sheet', {
    ...followed(
      rewardSheet,
      { village: grid.division, month },
      lines.map(({ values }) => values),
    ),
    made_on: madeOn,
    made_by: '网格中心',
  });
  for (const { rows, values } of lines) {
    const line = put('reward_line', { sheet, ...values });
    for (const row of rows) put('reward_item', { line, ...row });
  }
}

function itemValues({
  source,
  staff: _staff,
  kind,
  rule_no,
  zero_reason,
  same_as,
  ...rest
}: CountedItem): Values {
  return {
    source_no: source,
    kind,
    ...(kind === '01' ? { issue: source } : { score: source }),
    ...(rule_no !== null && { rule_no }),
    ...(zero_reason !== null && { zero_reason }),
    ...(same_as !== null && { same_as }),
    ...rest,
  };
}

/** What the store would work out when the row is saved, from the ledger's own definition. */
function followed(
  ledger: Pick<typeof rewardLine, 'follows' | 'fill'>,
  whole: Values,
  rows: readonly Values[],
): Values {
  const facts = { newest: rows[0] ?? null, parts: () => rows, rows: () => [] };
  return ledger.follows.reduce(
    (row, { values }) => ledger.fill({ ...row, ...values({ whole: row, ...facts }) }),
    whole,
  );
}

const rules: readonly Values[] = [
  {
    rule_no: 'A',
    points: 1,
    unit_price: 200,
    monthly_cap: 60,
    duplicate_days: 30,
    basis: '本镇网格员奖励办法',
  },
  { rule_no: 'A1', category: '01', points: 2, unit_price: 200, monthly_cap: 40 },
  { rule_no: 'A2', category: '02', points: 2, unit_price: 200, monthly_cap: 40 },
  { rule_no: 'B', level: '02', points: 5, unit_price: 200 },
];

const scoreRules: readonly {
  readonly [name: string]: string | number;
  readonly points: number;
  readonly amount: number;
}[] = [
  { item_no: 'K1', name: '自行处置问题', kind: '01', points: 1, amount: 500 },
  { item_no: 'K2', name: '逾期未完成任务', kind: '02', points: -2, amount: -1000 },
  { item_no: 'K3', name: '迟到早退', kind: '03', points: -1, amount: -500 },
  { item_no: 'K4', name: '群众表扬', kind: '04', points: 3, amount: 2000 },
];
