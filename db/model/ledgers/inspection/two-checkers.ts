import type { LedgerRule } from '../../define-ledger.ts';
import { words } from '../../localized.ts';
import { broken } from '../../rules/broken.ts';

/** Conclusions that order something or hand it to who may punish: codes of `check_result`. */
const enforcing: readonly unknown[] = ['3', '4'];
const tooFew = words('责令整改、移交处理的检查应有两名以上检查人员', 'An order needs two inspectors or more');

/** Warns of one inspector alone where a check leads to an order: enforcement takes two (行政处罚法第四十二条). */
export const twoCheckers: LedgerRule = Object.assign<LedgerRule, Pick<LedgerRule, 'reads'>>(
  (row, context) => {
    const { checkers, result } = row;
    if (typeof checkers !== 'string' || !enforcing.includes(result)) return [];
    const names = checkers.split(/[、，,;；\s]+/).filter((name) => name !== '');
    return names.length > 1 ? [] : [{ ...broken('checkers', tooFew, context), level: 'warning' }];
  },
  { reads: [['checkers', 'result']] },
);
