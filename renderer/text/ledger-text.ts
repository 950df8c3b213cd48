import type { AnyLedger } from '../../db/model/define-ledger.ts';
import type { Language } from '../../db/model/localized.ts';
import { formatCount } from './format.ts';

/** A count with the measure word of its ledger: 1,234 人; English has the number alone. */
export function ledgerCount(ledger: AnyLedger, count: number, language: Language): string {
  return language === 'zh' ? `${formatCount(count)} ${ledger.counter.zh}` : formatCount(count);
}
