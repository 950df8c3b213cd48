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
}

/**
 * Writes reward and scoring rules, some scorings, and sheets of one village as the program makes them: that of last month, being
 * made, and an earlier one, paid. The present month is left to be made.
 */
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
  const scored = scorings.map(({ id, staff, values }) => ({
    id,
    staff,
    day: `${month}-15`,
    points: Number(values['points']),
    amount: Number(values['amount']),
  }));
  const itemsOf = (of: string): readonly CountedItem[] =>
    countMonth({
      reports: known.filter(({ counted_on: day }) => day.startsWith(of)),
      known,
      rules: validRules,
      scorings: of === month ? scored : [],
    });
  const before = town.days.monthAgo(3);
  const made = { month, made_on: `${town.days.monthAgo(0)}-01` };
  addSheet(desk, grid, { sheet: made, items: itemsOf(month) });
  const paidMonth = town.days.monthAgo(2);
  const paid = { month: before, ...paidIn(paidMonth) };
  addPaid(desk, addSheet(desk, grid, { sheet: paid, items: itemsOf(before) }), paidMonth);
}

interface NewSheet {
  readonly sheet: Values;
  readonly items: readonly CountedItem[];
}

function addSheet({ random, put }: Desk, grid: Grid, { sheet, items }: NewSheet): string {
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
  const id = put(
    'reward_sheet',
    followed(
      rewardSheet,
      { village: grid.division, made_by: '网格中心', ...sheet },
      lines.map(({ values }) => values),
    ),
  );
  for (const { rows, values } of lines) {
    const line = put('reward_line', { sheet: id, ...values });
    for (const row of rows) put('reward_item', { line, ...row });
  }
  return id;
}

/** What the steps of `course` write on a sheet paid in a month. */
const paidIn = (month: string) => ({
  made_on: `${month}-01`,
  checked_by: '陈志明',
  checked_on: `${month}-02`,
  published_on: `${month}-03`,
  approved_by: '李桂芳',
  approved_on: `${month}-11`,
  paid_on: `${month}-15`,
});

/** Steps of `rewardWorkflow` in their order, with their day of the month. */
const course = [
  { action: 'submit', name: '提交核对', from: '10', to: '15', day: '01', actor: '网格中心' },
  { action: 'check', name: '核对通过', from: '15', to: '20', day: '02', actor: '陈志明' },
  { action: 'publish', name: '公示', from: '20', to: '25', day: '03', actor: '网格中心' },
  { action: 'approve', name: '审批同意', from: '25', to: '30', day: '11', actor: '李桂芳' },
  { action: 'pay', name: '发放', from: '30', to: '40', day: '15', actor: '网格中心' },
] as const;

function addPaid({ put }: Desk, sheet: string, month: string): void {
  for (const { action, name, from, to, day, actor } of course)
    put('reward_step', {
      case_record: sheet,
      action,
      action_name: name,
      from_state: from,
      to_state: to,
      acted_at: `${month}-${day}T02:00:00.000Z`,
      actor,
      was_late: false,
    });
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
