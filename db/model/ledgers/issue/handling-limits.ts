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
