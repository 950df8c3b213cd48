import type { AnyField, AnyLedger } from '../define-ledger.ts';
import type { Names, Value, Values } from '../field-kind.ts';
import type { PresentField } from '../interval-spec.ts';
import { type Finding, reasonText } from '../reasons.ts';
import type { Held, MoveCase } from './interval-case.ts';
import { opens } from './interval-fields.ts';
import { placeTexts } from './interval-words.ts';
import { checkRow } from './row-check.ts';

/** A record as it is, and what the move writes into it. */
export interface RowPlan {
  readonly ledger: AnyLedger;
  /** `null` = a new record. */
  readonly kept: Held | null;
  /** Fields written. */
  readonly values: Values;
}

/** The intervals a move touches: the one that ends, the one that begins, or the one that is corrected. */
export function intervalRows(of: MoveCase): readonly RowPlan[] {
  const { ledger, interval, move, current, day, values } = of;
  const event = interval.actions[move.action]?.event ?? null;
  const names = [...(interval.within ?? []), ...(interval.details ?? [])];
  const given = Object.fromEntries(
    names.filter((name) => name in values).map((name) => [name, values[name] ?? null]),
  );
  const placed = Object.fromEntries(interval.places.map((name) => [name, values[name] ?? null]));
  if (of.isCorrection) return [{ ledger, kept: current, values: { ...placed, ...given } }];
  const closed: RowPlan[] =
    current === null
      ? []
      : [{ ledger, kept: current, values: { [interval.to]: day, [interval.event]: event, ...endingOf(of) } }];
  if (!opens(move.action)) return closed;
  const opened: Values = {
    ...carriedOf(of),
    ...placed,
    ...given,
    [interval.subject]: of.facts.subject.id,
    [interval.from]: day,
    [interval.event]: event,
    ...(interval.reported === undefined ? {} : { [interval.reported]: of.facts.today }),
  };
  return [...closed, { ledger, kept: null, values: opened }];
}

/** Why it ended, and what else was given with the end. */
function endingOf({ interval, move, values }: MoveCase): Values {
  if (opens(move.action)) return {};
  const names = [...(interval.reason ? [interval.reason.field] : []), ...(interval.endings ?? [])];
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

/** What goes on from the interval before. */
function carriedOf({ interval, current }: MoveCase): Values {
  if (current === null) return {};
  const carried = Object.entries(interval.carries ?? {});
  return Object.fromEntries(carried.map(([to, from]) => [to, current.values[String(from)] ?? null]));
}

/** What the subject's own row must say after the move; `null` when it says so already. */
export function subjectRow(of: MoveCase): RowPlan | null {
  const { subject } = of.facts;
  const values: Record<string, Value> = {};
  for (const one of of.interval.present ?? []) {
    const field = subject.ledger.fields[one.field];
    const kept = subject.values[one.field] ?? null;
    const value = field === undefined ? kept : afterwards(of, one, { field, kept });
    if (value !== kept) values[one.field] = value;
  }
  return Object.keys(values).length === 0 ? null : { ledger: subject.ledger, kept: subject, values };
}

/** Value of one field of the subject after the move. */
function afterwards(
  of: MoveCase,
  one: PresentField,
  { field, kept }: { readonly field: AnyField; readonly kept: Value },
): Value {
  const { action } = of.move;
  if ('turns' in one) {
    const isElsewhere = !of.isCorrection && (action === 'change' || action === 'leave');
    return isElsewhere && typeof kept === 'string' ? (one.turns[kept] ?? kept) : kept;
  }
  if (opens(action)) return 'end' in one ? kept : presentValue(of, one, field.max);
  // What must have a value keeps the last one: a village is never nowhere.
  return field.required === true ? kept : null;
}

function presentValue(of: MoveCase, one: PresentField, max = Infinity): Value {
  if ('from' in one) return of.values[one.from] ?? null;
  // A text cut short would be a wrong address; the next best that fits is a right one.
  return placeTexts(of.ledger, of.values, of.facts.names).find((text) => [...text].length <= max) ?? null;
}

/**
 * What a planned row would break. What was wrong with the record before does not stop a move. Findings on fields the
 * user is not asked for are told as sentences of the whole.
 */
export function rowFindings(
  { ledger, kept, values }: RowPlan,
  of: { readonly today: string; readonly names: Names; readonly asked: readonly string[] },
): readonly Finding[] {
  const { today, names, asked } = of;
  const { language } = names;
  const check = (row: Values): readonly Finding[] =>
    checkRow(ledger, ledger.fill(row), { today, names, language });
  const before = kept === null ? [] : check(kept.values);
  const isOld = (finding: Finding): boolean =>
    before.some((one) => one.field === finding.field && one.code === finding.code);
  return check({ ...kept?.values, ...values })
    .filter((finding) => !isOld(finding))
    .map((finding): Finding => {
      if (finding.field === null || asked.includes(finding.field)) return finding;
      const field = ledger.fields[finding.field]?.label[language] ?? finding.field;
      const text = reasonText(finding.code, finding.args, language);
      const args = { ledger: ledger.label[language], field, text };
      return { field: null, code: 'in-record', level: finding.level, args };
    });
}
