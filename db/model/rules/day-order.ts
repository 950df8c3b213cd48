import type { AnyLedger } from '../define-ledger.ts';
import type { Localized } from '../localized.ts';

/** A day field with its label, for the sentence of the finding. */
export interface NamedDay {
  readonly field: string;
  readonly label: Localized;
}

/** Rule: `later` is not before `earlier`; days compare as text. The finding is on the later one. */
export function dayOrder(earlier: NamedDay, later: NamedDay): AnyLedger['rules'][number] {
  return (row, { language = 'zh' }) => {
    const [from, to] = [row[earlier.field], row[later.field]];
    if (typeof from !== 'string' || typeof to !== 'string' || to >= from) return [];
    const args = { earlier: earlier.label[language], later: later.label[language] };
    return [{ field: later.field, code: 'day-order', args, level: 'error' }];
  };
}

/** Rule: the day has come; a date of the future in these fields is a slip of the pen. */
export function notFuture(...fields: readonly string[]): AnyLedger['rules'][number] {
  return (row, { today }) =>
    fields.flatMap((field) => {
      const value = row[field];
      return typeof value === 'string' && value > today
        ? [{ field, code: 'day-future', level: 'error' }]
        : [];
    });
}
