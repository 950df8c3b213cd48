import type { AnyField, AnyLedger } from '../define-ledger.ts';
import type { Values } from '../field-kind.ts';
import type { IntervalSpec, MoveAction } from '../interval-spec.ts';

/** A field asked for by an action. */
export interface MoveField {
  readonly name: string;
  /** The ledger's field; required where the action needs it. */
  readonly field: AnyField;
}

/** True for the actions that open an interval; the others end the open one. */
export const opens = (action: MoveAction): boolean => action === 'enter' || action === 'change';

/** The field that holds the day of the action: when the new interval begins, or when the open one ends. */
export const moveDay = (interval: IntervalSpec, action: MoveAction): string =>
  opens(action) ? interval.from : interval.to;

/** Fields that may be given with an action, the day first, then in the order of the ledger's form. */
export function moveFields(ledger: AnyLedger, action: MoveAction): readonly MoveField[] {
  const { interval } = ledger;
  if (interval === undefined) return [];
  const day = moveDay(interval, action);
  const wanted = opens(action)
    ? [...(interval.within ?? []), ...interval.places, ...(interval.details ?? [])]
    : [
        ...(interval.within ?? []),
        ...(interval.reason ? [interval.reason.field] : []),
        ...(interval.endings ?? []),
      ];
  const inOrder = ledger.sections.flatMap((section) => section.fields);
  const names = [day, ...wanted.toSorted((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b))];
  const isNeeded = (name: string): boolean =>
    name === day ||
    (name === interval.reason?.field && interval.reason.required.includes(action)) ||
    (interval.within ?? []).includes(name);
  return names.flatMap((name) => {
    const field = ledger.fields[name];
    if (field === undefined || field.retired !== undefined) return [];
    return [{ name, field: isNeeded(name) ? { ...field, required: true } : field }];
  });
}

/** True for an interval without an end. */
export const isOpen = (interval: IntervalSpec, values: Values): boolean =>
  (values[interval.to] ?? null) === null;
