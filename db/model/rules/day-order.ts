import type { LedgerRule } from '../define-ledger.ts';
import type { Localized } from '../localized.ts';

/** A day field with its label, for the sentence of the finding. */
export interface NamedDay {
  readonly field: string;
  readonly label: Localized;
}

/** Rule: `later` is not before `earlier`; days compare as text. The finding is on the later one. */
export function dayOrder(earlier: NamedDay, later: NamedDay): LedgerRule {
  const rule: LedgerRule = (row, { language = 'zh' }) => {
    const [from, to] = [row[earlier.field], row[later.field]];
    if (typeof from !== 'string' || typeof to !== 'string' || to >= from) return [];
    const args = { earlier: earlier.label[language], later: later.label[language] };
    return [{ field: later.field, code: 'day-order', args, level: 'error' }];
  };
  return Object.assign(rule, { reads: [[earlier.field, later.field]] });
}

/** Rule: the day has come; a date of the future in these fields is a slip of the pen. */
export function notFuture(...fields: readonly string[]): LedgerRule {
  const rule: LedgerRule = (row, { today }) =>
    fields.flatMap((field) => {
      const value = row[field];
      return typeof value === 'string' && value > today
        ? [{ field, code: 'day-future', level: 'error' }]
        : [];
    });
  return Object.assign(rule, { reads: fields.map((field) => [field]) });
}
