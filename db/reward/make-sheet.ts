import { dayAfter, monthsAfter } from '../model/calendar/day-arithmetic.ts';
import type { Values } from '../model/field-kind.ts';
import { chinaDay, chinaDayEnd, chinaDayStart } from '../model/office-time.ts';
import { reportOf, subjectOf, verifiedStatuses } from '../model/performance/reports.ts';
import {
  countMonth,
  USUAL_DUPLICATE_DAYS,
  type CountedItem,
  type Report,
} from '../model/performance/month-sheet.ts';
import type { Caller, RecordWrite, Store, ValueRow } from '../store/api.ts';
import { RewardRefused } from './refusal.ts';

/** Reports nobody counts as the first of a thing: not accepted, void, withdrawn, drafts. */
const NO_REPORT = new Set<unknown>(['00', '15', '90', '91']);
const LEFT = '04';
/** A sheet is made anew only as long as it was not handed in. */
const BEING_MADE = '10';

/** The sheet wanted. */
export interface MonthWanted {
  /** Village record. */
  readonly village: string;
  /** `YYYY-MM`, not after the present month. */
  readonly month: string;
}

/** What is needed to make one. */
export interface RewardDesk {
  readonly store: Store;
  readonly caller: Caller;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly newId: () => string;
}

/**
 * The sheet of a village and month as writes: lines for everybody on duty there and whoever reported there, items for each
 * report that passed verification in the month and each scoring. Made again, what was entered by hand (attendance, other)
 * stays; what no longer counts goes.
 */
export function makeMonthSheet(
  desk: RewardDesk,
  wanted: MonthWanted,
):
  | { readonly sheet: string; readonly isNew: boolean; readonly writes: readonly RecordWrite[] }
  | RewardRefused {
  const { store, today, caller, newId } = desk;
  if (store.get('division', wanted.village, caller) === null) return new RewardRefused('village');
  if (`${wanted.month}-01` > today) return new RewardRefused('month');
  const [kept] = store.rows('reward_sheet', { village: wanted.village, month: wanted.month });
  if (kept !== undefined && kept.values['state'] !== BEING_MADE) return new RewardRefused('handed-in');
  const staff = store.rows('grid_staff', { village: wanted.village });
  const items = countMonth(factsOf(store, wanted, staff));
  const people = [
    ...new Set([
      ...staff.filter(({ values }) => values['state'] !== LEFT).map(({ id }) => id),
      ...items.map((item) => item.staff),
    ]),
  ];
  if (people.length === 0) return new RewardRefused('nobody');
  const sheet = kept?.id ?? newId();
  const made = { made_on: today, made_by: caller.name };
  return {
    sheet,
    isNew: kept === undefined,
    writes: [
      kept === undefined
        ? { ledger: 'reward_sheet', id: sheet, op: 'create', values: { ...wanted, ...made } }
        : { ledger: 'reward_sheet', id: sheet, op: 'update', values: made },
      ...lineWrites(desk, sheet, { people, items }),
    ],
  };
}

function factsOf(
  store: Store,
  { village, month }: MonthWanted,
  staff: readonly ValueRow[],
): Parameters<typeof countMonth>[0] {
  const first = `${month}-01`;
  const last = dayAfter(monthsAfter(first, 1), -1);
  const verified = store.rows('issue', {
    village,
    status: verifiedStatuses,
    verified_at: { from: chinaDayStart(first), to: chinaDayEnd(last) },
  });
  const reports = verified.flatMap(({ id, values }) => reportOf(id, values));
  const rules = store.rows('reward_rule', {}).map(({ values }) => values);
  const staffIds = staff.map(({ id }) => id);
  const scorings = store
    .rows('score_item', { happened_on: { from: first, to: last } })
    .filter(({ values }) => staffIds.includes(String(values['staff'])));
  return {
    reports,
    known: knownBefore(store, village, { reports, rules }),
    rules,
    scorings: scorings.map(({ id, values }) => ({
      id,
      staff: String(values['staff']),
      day: String(values['happened_on']),
      points: Number(values['points'] ?? 0),
      amount: Number(values['amount'] ?? 0),
    })),
  };
}

/** Reports of the village that one of these may repeat, back as far as the widest rule looks. */
function knownBefore(
  store: Store,
  village: string,
  { reports, rules }: { readonly reports: readonly Report[]; readonly rules: readonly Values[] },
): readonly Pick<Report, 'id' | 'subject' | 'reported_at'>[] {
  const times = reports.map(({ reported_at: at }) => at).toSorted((a, b) => (a < b ? -1 : 1));
  const [oldest, newest] = [times[0], times.at(-1)];
  if (oldest === undefined || newest === undefined) return [];
  const days = rules.map((rule) => Number(rule['duplicate_days'] ?? USUAL_DUPLICATE_DAYS));
  const from = chinaDayStart(dayAfter(chinaDay(new Date(oldest)), -Math.max(USUAL_DUPLICATE_DAYS, ...days)));
  return store
    .rows('issue', { village, reported_at: { from, to: newest } })
    .filter(({ values }) => !NO_REPORT.has(values['status']))
    .map(({ id, values }) => ({
      id,
      subject: subjectOf(values),
      reported_at: String(values['reported_at']),
    }));
}

function lineWrites(
  { store, newId }: RewardDesk,
  sheet: string,
  { people, items }: { readonly people: readonly string[]; readonly items: readonly CountedItem[] },
): readonly RecordWrite[] {
  const lines = store.rows('reward_line', { sheet });
  const lineOf = new Map(lines.map(({ id, values }) => [String(values['staff']), id]));
  const writes: RecordWrite[] = [];
  for (const staff of people) {
    if (lineOf.has(staff)) continue;
    const id = newId();
    lineOf.set(staff, id);
    writes.push({ ledger: 'reward_line', id, op: 'create', values: { sheet, staff } });
  }
  const kept = lines.flatMap(({ id }) => store.rows('reward_item', { line: id }));
  const keptByKey = new Map(kept.map((row) => [keyOf(row.values['line'], row.values['source_no']), row.id]));
  for (const item of items) {
    const line = lineOf.get(item.staff) ?? '';
    const key = keyOf(line, item.source);
    const id = keptByKey.get(key);
    keptByKey.delete(key);
    const values = itemValues(line, item);
    writes.push({
      ledger: 'reward_item',
      id: id ?? newId(),
      op: id === undefined ? 'create' : 'update',
      values,
    });
  }
  for (const id of keptByKey.values())
    writes.push({ ledger: 'reward_item', id, op: 'remove', reason: '重新生成考核表，不再计分' });
  return writes;
}

const keyOf = (line: Values[string] | undefined, source: Values[string] | undefined): string =>
  `${String(line)} ${String(source)}`;

function itemValues(line: string, item: CountedItem): Values {
  const { source, kind, counted_on, rule_no, points, amount, zero_reason, same_as } = item;
  return {
    line,
    source_no: source,
    kind,
    ...(kind === '01' ? { issue: source } : { score: source }),
    counted_on,
    rule_no,
    points,
    amount,
    zero_reason,
    same_as,
  };
}
