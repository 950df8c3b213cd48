import type { Values } from '../../field-kind.ts';
import type { RuleContext } from '../../define-ledger.ts';
import type { Finding } from '../../reasons.ts';
import { broken } from '../../rules/broken.ts';
import { words } from '../../localized.ts';
import type { Limit } from '../../workflow/limit.ts';

const workDays = (amount: number): Limit => ({ amount, unit: 'work-day' });

/** Handling by level (`issue_level`): 3 working days, 7 for larger issues, 15 for major ones. Proposal of domain §4.6. */
const byLevel: Readonly<Record<string, Limit>> = { '03': workDays(15), '04': workDays(7) };
const otherwise = workDays(3);

/** The limit of handling where neither the dispatch nor the matter gives one. */
export const levelLimit = { by: 'level', of: byLevel, otherwise } as const;

/** One extension is no longer than the limit it extends (domain §4.6); unknown where the matter gave it. */
export const extensionFits = Object.assign(
  (row: Values, context: RuleContext): readonly Finding[] => {
    const { extension_days: asked, limit_days: given, level, matter } = row;
    if (typeof asked !== 'number' || (typeof given !== 'number' && typeof matter === 'string')) return [];
    const limit = typeof given === 'number' ? given : (byLevel[String(level)] ?? otherwise).amount;
    return asked <= limit
      ? []
      : [
          broken(
            'extension_days',
            words(
              `延期不超过原办理时限（${String(limit)}天）`,
              `No longer than the limit of ${String(limit)} days`,
            ),
            context,
          ),
        ];
  },
  { reads: [['extension_days', 'limit_days', 'level', 'matter']] },
);

/** Where an issue is handled, or its handling stands still; the deadline of the step is that of the handling. */
const whileHandled: readonly unknown[] = ['30', '35', '40', '45', '46', '48', '55'];
/** Where nobody handles it yet. */
const beforehand: readonly unknown[] = ['00', '10', '20'];
const closed: readonly unknown[] = ['70', '80'];

/**
 * Until when it was to be handled, which stays when the deadlines of later steps take over and when the case has ended:
 * closing in time (按期办结) is measured by it. Handled on the spot is in time; an old case has the one deadline it came with.
 */
export function handleBy(row: Values): Values[string] {
  const { status, deadline = null, handle_by: known = null } = row;
  if (whileHandled.includes(status)) return deadline;
  if (beforehand.includes(status)) return null;
  if (!closed.includes(status) || known !== null) return known;
  return row['is_self_handled'] === true ? (row['handled_at'] ?? null) : deadline;
}
