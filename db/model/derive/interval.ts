import type { AnyLedger } from '../define-ledger.ts';
import type { Values } from '../field-kind.ts';
import type { Finding } from '../reasons.ts';
import { type Held, type Move, moveCase, type MoveCase, type MoveFacts } from './interval-case.ts';
import { dayFindings, givenFindings, openFindings, placeFindings } from './interval-checks.ts';
import { moveFields, opens } from './interval-fields.ts';
import { intervalRows, rowFindings, type RowPlan, subjectRow } from './interval-rows.ts';
import { moveSentence } from './interval-words.ts';

/** One record of a plan; a `RecordWrite` of the store. */
interface PlannedWrite {
  readonly ledger: string;
  readonly id: string;
  readonly op: 'create' | 'update' | 'remove';
  readonly values?: Values;
  readonly base?: number;
  readonly reason?: string;
}

/** What a move would do. */
export interface MovePlan {
  /** Broken rules with their field; `null` = the move as a whole. With an error there are no writes. */
  readonly findings: readonly Finding[];
  /** The open interval the move starts from. */
  readonly current: Held | null;
  /** Values given, and those that follow from linked records. */
  readonly filled: Values;
  /** What it means, in the language of the names; empty while there is no day. */
  readonly sentence: string;
  /** What changes on the subject's own row; also told when the move is refused. */
  readonly subject: Values;
  /** All of it, for one transaction: the interval that ends, the one that begins, the subject. */
  readonly writes: readonly PlannedWrite[];
}

/**
 * Plans one action on the intervals of a subject; pure. A change on the first day of the open interval corrects it.
 * What was wrong with a record before is no obstacle; only what the move itself would break is found.
 * @throws when the ledger has no intervals, which its callers check.
 */
export function planMove(ledger: AnyLedger, move: Move, facts: MoveFacts): MovePlan {
  const { interval } = ledger;
  if (interval === undefined) throw new Error(`ledger ${ledger.id} has no intervals`);
  const of = moveCase(ledger, interval, { move, facts });
  const { current, values: filled } = of;
  const fitting = openFindings(of);
  if (fitting.length > 0) {
    return { findings: fitting, current, filled, sentence: '', subject: {}, writes: [] };
  }
  const rows = intervalRows(of);
  const ended = endsSubject(of);
  const subject = ended ? null : subjectRow(of);
  const findings = unique([
    ...givenFindings(of),
    ...dayFindings(of),
    ...[...rows, ...(subject ? [subject] : [])].flatMap((row) => rowFindings(row, context(of, row))),
    ...placeFindings(of),
  ]);
  const isRefused = findings.some((finding) => finding.level === 'error');
  return {
    findings,
    current,
    filled,
    sentence: moveSentence(of),
    subject: subject?.values ?? {},
    writes: isRefused ? [] : writesOf(of, [...rows, ...(subject ? [subject] : [])], ended),
  };
}

const endsSubject = ({ move }: MoveCase): boolean => move.endsSubject === true && !opens(move.action);

/** Findings on an asked field stand at that field; the subject's fields are not asked for. */
function context(of: MoveCase, row: RowPlan): Parameters<typeof rowFindings>[1] {
  const { today, names } = of.facts;
  const asked = row.ledger === of.ledger ? moveFields(of.ledger, of.move.action).map(({ name }) => name) : [];
  return { today, names, asked };
}

function writesOf(of: MoveCase, rows: readonly RowPlan[], isSubjectEnded: boolean): readonly PlannedWrite[] {
  const { facts, ledger, interval, move } = of;
  const writes = rows.map(({ ledger: { id: target }, kept, values }): PlannedWrite =>
    kept === null
      ? { ledger: target, id: facts.newId, op: 'create', values }
      : { ledger: target, id: kept.id, op: 'update', values, base: kept.version },
  );
  if (!isSubjectEnded) return writes;
  const { subject, names } = facts;
  const reason = moveSentence(of) || (interval.actions[move.action]?.label[names.language] ?? ledger.id);
  return [
    ...writes,
    { ledger: subject.ledger.id, id: subject.id, op: 'remove', base: subject.version, reason },
  ];
}

/**
 * One finding of a level is enough for a field, the planner's own come first. What would break elsewhere is told only
 * where nothing is wrong with what was given: mostly it follows from that.
 */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const isWrongAlready = findings.some((one) => one.level === 'error' && one.code !== 'in-record');
  return findings.filter((one, at) =>
    one.code === 'in-record'
      ? !isWrongAlready
      : !findings.slice(0, at).some((other) => other.field === one.field && other.level === one.level),
  );
}
