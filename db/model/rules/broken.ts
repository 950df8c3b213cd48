import type { RuleContext } from '../define-ledger.ts';
import type { Localized } from '../localized.ts';
import type { Finding } from '../reasons.ts';

/** Finding with a sentence of the ledger's own, where no reason of the closed list says it. */
export function broken(field: string, text: Localized, context: RuleContext): Finding {
  return { field, code: 'rule-broken', args: { text: text[context.language ?? 'zh'] }, level: 'error' };
}
