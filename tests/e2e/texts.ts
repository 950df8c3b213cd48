import { startTexts } from '../../renderer/text/start-texts.ts';
import type { TextArgs } from '../../renderer/text/say.ts';
import type { TextKey } from '../../renderer/text/zh.ts';
import { ledgers } from '../../db/model/registry.ts';

const chinese = startTexts('zh');
const english = startTexts('en');

/** A sentence of the Chinese window. */
export const zh = (key: TextKey, args: TextArgs = {}): string => chinese.t(key, args);
/** A sentence of the English window. */
export const en = (key: TextKey, args: TextArgs = {}): string => english.t(key, args);

/** Chinese label of a ledger. */
export const ledgerLabel = (id: string): string => ledgerOf(id).label.zh;
/** Chinese label of a field. */
export function fieldLabel(ledger: string, name: string): string {
  const field = ledgerOf(ledger).fields[name];
  if (field === undefined) throw new Error(`no field ${name} in ${ledger}`);
  return field.label.zh;
}

function ledgerOf(id: string) {
  const ledger = ledgers.find((known) => known.id === id);
  if (ledger === undefined) throw new Error(`no ledger ${id}`);
  return ledger;
}
