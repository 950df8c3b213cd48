import type { LedgerRule } from '../define-ledger.ts';
import { words } from '../localized.ts';
import { broken } from './broken.ts';

const replaced = words(
  '姓名里有替代符号（？、□ 等）或电脑自造字，多半是生僻字没有传过来，请对照证件改正',
  'The name holds a sign that stands for a lost character, or one of a private font: compare it with the document',
);

/** What programs write for a character they cannot show, and the private characters older lists carry rare ones in. */
const replacement = /[?？□■◇◆※\u{FFFD}]|\p{Co}/u;

/** Warns of a name that lost a rare character on its way (GB 18030-2022 level 3); it can be saved all the same. */
export function shownName(field: string): LedgerRule {
  const rule: LedgerRule = (row, context) => {
    const name = row[field];
    if (typeof name !== 'string' || !replacement.test(name)) return [];
    return [{ ...broken(field, replaced, context), level: 'warning' }];
  };
  return Object.assign(rule, { reads: [[field]] });
}
