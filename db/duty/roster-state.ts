import { dutyCompensation } from '../model/ledgers/duty-compensation.ts';
import type { Values } from '../model/field-kind.ts';
import type { RecordWrite, Store } from '../store/api.ts';
import { filled } from './duties.ts';
import type { MonthStanding } from './month-standing.ts';
import { Refused } from './refusal.ts';
import { rowsOf } from './kept-rows.ts';

/** States of a roster in the order of its life. */
export const rosterStates = ['draft', 'published', 'locked'] as const;
export type RosterState = (typeof rosterStates)[number];

/** A step of a roster's life. */
export interface StateStep {
  readonly state: RosterState;
  /** Why it is taken back; needed for a step backwards. */
  readonly reason: string;
  readonly now: Date;
  readonly newId: () => string;
}

/**
 * Writes of publishing, locking and taking back, one step at a time. With the lock the duties of the team's compensated days
 * earn their hours; unlocking takes back what the lock earned.
 */
export function stepRoster(
  store: Store,
  standing: MonthStanding,
  step: StateStep,
): readonly RecordWrite[] | Refused {
  const { roster } = standing;
  if (roster === null) return new Refused('roster');
  const [from, to] = [rosterStates.findIndex((s) => s === roster.state), rosterStates.indexOf(step.state)];
  if (from === to) return [];
  if (Math.abs(from - to) !== 1) return new Refused('state');
  if (to < from && step.reason.trim() === '') return new Refused('reason');
  const values = { state: step.state, ...noted(step, to > from) };
  const write: RecordWrite = {
    ledger: 'duty_roster',
    id: roster.id,
    op: 'update',
    base: roster.version,
    values,
  };
  if (step.state === 'locked') return [write, ...earned(store, standing, step.newId)];
  return from === 2 ? [write, ...takenBack(store, standing, step.reason.trim())] : [write];
}

/** When it went forward, or why back. */
function noted({ state, reason, now }: StateStep, isForward: boolean): Values {
  const at = now.toISOString();
  if (isForward)
    return state === 'published' ? { published_at: at, reason: null } : { locked_at: at, reason: null };
  return state === 'draft'
    ? { published_at: null, reason: reason.trim() }
    : { locked_at: null, reason: reason.trim() };
}

/** Marks what a lock earned, so that unlocking finds it among what was entered by hand. */
const BY_LOCK = '锁定值班表计入';

function earned(store: Store, standing: MonthStanding, newId: () => string): readonly RecordWrite[] {
  const { team } = standing.facts;
  const days = new Set<string>(team.compensated ?? []);
  const classes = new Map(standing.problem.days.map((day) => [day.date, day.class]));
  const known = new Set(earnedRows(store, standing).map(({ member, day }) => `${day} ${member}`));
  const writes = new Map<string, RecordWrite>();
  for (const { day, member } of filled(standing.duties)) {
    const key = `${day} ${member}`;
    if (!days.has(classes.get(day) ?? '') || known.has(key)) continue;
    const hours = team.compensation_hours ?? 80;
    const values = { member, kind: 'earned', day, hours, remark: BY_LOCK };
    writes.set(key, { ledger: 'duty_compensation', id: newId(), op: 'create', values });
  }
  return [...writes.values()];
}

const takenBack = (store: Store, standing: MonthStanding, reason: string): readonly RecordWrite[] =>
  earnedRows(store, standing)
    .filter(({ remark }) => remark === BY_LOCK)
    .map(({ id, version }) => ({ ledger: 'duty_compensation', id, op: 'remove', base: version, reason }));

function earnedRows(store: Store, { facts, month }: MonthStanding) {
  const member = facts.members.map(({ id }) => id);
  return rowsOf(store, dutyCompensation, { member, kind: 'earned', day: { starts: month } });
}
