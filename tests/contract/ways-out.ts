import { codeTableById } from '../../db/model/codes/code-tables.ts';
import type { AnyField, AnyLedger } from '../../db/model/define-ledger.ts';
import { refilled } from '../../db/model/derive/refill.ts';
import type { DueSpec } from '../../db/model/due-spec.ts';
import type { Value, Values } from '../../db/model/field-kind.ts';
import { guardedFields } from '../../db/model/workflow/workflow-spec.ts';

/** One due of a ledger. */
export interface DueOf {
  readonly ledger: AnyLedger;
  readonly due: DueSpec;
  readonly place: number;
}

/** How a due can end: by values entered, an action of the workflow, a part of the record, or 注销 of the record. */
export type WayOut =
  | { readonly kind: 'entered'; readonly values: Values }
  | { readonly kind: 'action'; readonly action: string }
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'vacated' };

const dueDay = '2026-11-02';
const doneDay = '2026-12-01';

/** True while a row counts among what is due. */
export function isDue({ due }: DueOf, row: Values): boolean {
  const isOpen = due.while === undefined || due.while.values.includes(String(row[due.while.field]));
  const isDone = due.until !== undefined && !isEmpty(row[due.until]);
  return !isEmpty(row[due.field]) && isOpen && !isDone;
}

/** The least row of which this is due; of days the program works out, with what they are worked out from. */
export function dueRowOf(of: DueOf): Values {
  const { ledger, due } = of;
  const state = due.while === undefined ? {} : { [due.while.field]: stateValue(of) };
  const bare = { ...state, [due.field]: sample(fieldOf(ledger, due.field), dueDay)[0] ?? null };
  const inputs = enterable(ledger)
    .filter(([, { kind }]) => kind === 'day' || kind === 'yes-no')
    .flatMap(([name, field]) => sample(field, dueDay).map((value): Values => ({ [name]: value })));
  for (const more of attempts(inputs)) {
    const row = refilled(ledger, { ...bare, ...more }, null);
    // What an automatic field holds must have been worked out, not put there.
    if (isDue(of, row) && (fieldOf(ledger, due.field).automatic !== true || isStable(ledger, row)))
      return row;
  }
  return {};
}

function* attempts(inputs: readonly Values[]): Generator<Values> {
  yield {};
  yield* inputs;
  for (const one of inputs) for (const other of inputs) yield { ...one, ...other };
}

const isStable = (ledger: AnyLedger, row: Values): boolean =>
  Object.entries(ledger.fill(row)).every(([name, value]) => (value ?? null) === (row[name] ?? null));

/** Everything that ends a due without emptying its day. */
export function waysOut(of: DueOf): readonly WayOut[] {
  const { ledger, due } = of;
  const row = dueRowOf(of);
  const ends = (values: Values): boolean =>
    !isDue(of, refilled(ledger, { ...row, ...values }, row)) && !isEmpty({ ...row, ...values }[due.field]);
  const worked = ledger.follows.flatMap(({ part, fields }): readonly WayOut[] => {
    const told = [due.field, due.until, due.while?.field].some(
      (name) => name !== undefined && fields.includes(name),
    );
    const feeds = fields.some((name) =>
      sample(fieldOf(ledger, name), doneDay).some((value) => ends({ [name]: value })),
    );
    return told || feeds ? [{ kind: 'part', part }] : [];
  });
  return [
    ...enterable(ledger)
      .filter(([name]) => name !== due.field)
      .flatMap(([name, field]) => sample(field, doneDay).map((value): Values => ({ [name]: value })))
      .filter(ends)
      .map((values): WayOut => ({ kind: 'entered', values })),
    ...actionsOut(of),
    ...worked,
    ...(ledger.ending === 'vacate' ? [{ kind: 'vacated' } as const] : []),
  ];
}

/** Actions that lead out of the states in which it is due, or empty what the step was due by. */
function actionsOut({ ledger, due }: DueOf): readonly WayOut[] {
  const { workflow } = ledger;
  const open = due.while;
  if (workflow === undefined || open?.field !== workflow.state) return [];
  return Object.entries(workflow.actions)
    .filter(
      ([, { from, to }]) =>
        from.some((code) => open.values.includes(code)) && isState(to) && !open.values.includes(to),
    )
    .map(([action]): WayOut => ({ kind: 'action', action }));
}

const isState = (to: string): boolean => to !== 'stay' && to !== 'back';

/** Fields somebody may write by hand. */
function enterable(ledger: AnyLedger): readonly (readonly [string, AnyField])[] {
  const guarded = ledger.workflow === undefined ? new Set<string>() : guardedFields(ledger.workflow);
  return Object.entries(ledger.fields).filter(
    ([name, field]) => field.storage !== null && field.automatic !== true && !guarded.has(name),
  );
}

function stateValue({ ledger, due }: DueOf): Value {
  const [first] = due.while?.values ?? [];
  return fieldOf(ledger, due.while?.field ?? '').kind === 'yes-no' ? first === 'true' : (first ?? null);
}

/** Values a field may hold; of days and moments one on the day given. */
function sample({ kind, table }: AnyField, day: string): readonly Value[] {
  if (kind === 'choice') return codeTableById.get(table ?? '')?.items.map(({ code }) => code) ?? [];
  if (kind === 'yes-no') return [true, false];
  if (kind === 'day') return [day];
  return kind === 'instant' ? [`${day}T02:00:00.000Z`] : [];
}

function fieldOf(ledger: AnyLedger, name: string): AnyField {
  const field = ledger.fields[name];
  if (field === undefined) throw new Error(`${ledger.id} has no field ${name}`);
  return field;
}

const isEmpty = (value: Value | undefined): boolean => value === undefined || value === null || value === '';
