import type { Values } from '../field-kind.ts';
import type { Finding } from '../reasons.ts';
import type { Held, MoveCase } from './interval-case.ts';
import { moveDay, moveFields, opens } from './interval-fields.ts';

const error = (field: string | null, code: Finding['code'], args?: Finding['args']): Finding => ({
  field,
  code,
  level: 'error',
  ...(args && { args }),
});

/** Whether the action fits what is open now. Anything found here makes the rest pointless. */
export function openFindings(of: MoveCase): readonly Finding[] {
  const { interval, move, open, current } = of;
  const { language } = of.facts.names;
  const ledger = of.ledger.label[language];
  const label = (action: 'enter' | 'change'): string => interval.actions[action]?.label[language] ?? '';
  if (interval.actions[move.action] === undefined) return [error(null, 'interval-action', { ledger })];
  if (open.length > 1) return [error(null, 'interval-several', { ledger, count: open.length })];
  if (isStale(move.seen, current)) return [error(null, 'interval-stale')];
  if (move.action === 'enter' && current !== null) {
    const from = String(current.values[interval.from]);
    return [error(null, 'interval-open', { ledger, from, change: label('change') })];
  }
  if (move.action !== 'enter' && current === null)
    return [error(null, 'interval-none', { ledger, enter: label('enter') })];
  return [];
}

function isStale(seen: MoveCase['move']['seen'], current: Held | null): boolean {
  return seen !== undefined && (seen?.id !== current?.id || seen?.version !== current?.version);
}

/** What was given and must not be, and what must be given and was not. */
export function givenFindings({ ledger, interval, move, values, facts }: MoveCase): readonly Finding[] {
  const asked = moveFields(ledger, move.action);
  const action = interval.actions[move.action]?.label[facts.names.language] ?? '';
  const foreign = Object.keys(move.values).filter(
    (name) => name !== interval.subject && !asked.some((one) => one.name === name),
  );
  const missing = asked.filter(
    ({ name, field }) => field.required && !isPlace(name) && (values[name] ?? null) === null,
  );
  // A required place is asked for by the check of the new row.
  function isPlace(name: string): boolean {
    return interval.places.includes(name);
  }
  return [
    ...foreign.map((name) => error(name, 'interval-field', { action })),
    ...missing.map(({ name }) => error(name, 'required')),
  ];
}

/** An interval that is nowhere. Told after the ledger's own rules, which may say better what is asked for. */
export function placeFindings({ interval, move, values }: MoveCase): readonly Finding[] {
  const isNowhere = interval.places.every((name) => (values[name] ?? null) === null);
  return opens(move.action) && isNowhere ? [error(interval.places[0], 'required')] : [];
}

/** Whether the day fits today, the current interval and the others of the history. */
export function dayFindings(of: MoveCase): readonly Finding[] {
  const { interval, move, current, day, facts } = of;
  if (day === null) return [];
  const field = moveDay(interval, move.action);
  const from = current === null ? null : String(current.values[interval.from]);
  if (day > facts.today) return [error(field, 'day-future')];
  if (from !== null && day < from) return [error(field, 'interval-before', { from })];
  if (!opens(move.action)) return [];
  if (of.isCorrection) return sameFindings(of);
  return [...neighbourFindings(of, { day, field }), ...(move.action === 'change' ? sameFindings(of) : [])];
}

/** A change to where the subject is already. */
function sameFindings({ interval, current, values }: MoveCase): readonly Finding[] {
  const names = [...interval.places, ...(interval.details ?? [])];
  const isSame = names
    .filter((name) => interval.places.includes(name) || name in values)
    .every((name) => (current?.values[name] ?? null) === (values[name] ?? null));
  return isSame ? [error(interval.places[0], 'interval-same')] : [];
}

/** The new interval is open, so it collides with whatever begins later or ends later than it begins. */
function neighbourFindings(
  { interval, others, move }: MoveCase,
  { day, field }: { readonly day: string; readonly field: string },
): readonly Finding[] {
  const ends = others.map((held) => span(interval, held.values)).toSorted((a, b) => (a.to < b.to ? -1 : 1));
  const taken = ends.find((one) => one.from === day);
  if (taken !== undefined) return [error(field, 'interval-day-taken', { from: day })];
  const last = ends.at(-1);
  if (last === undefined) return [];
  if (last.to > day) return [error(field, 'interval-overlap', { from: last.from, to: last.to })];
  const isGap = move.action === 'enter' && last.to < day;
  return isGap ? [{ field, code: 'interval-gap', level: 'warning', args: { from: last.to, to: day } }] : [];
}

const span = (
  interval: MoveCase['interval'],
  values: Values,
): { readonly from: string; readonly to: string } => ({
  from: String(values[interval.from]),
  to: String(values[interval.to]),
});
