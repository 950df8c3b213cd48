import type { LedgerRule } from '../../define-ledger.ts';
import type { Value, Values } from '../../field-kind.ts';
import { text } from '../../fields/text.ts';
import { readItemNumbers, writeItemNumbers } from '../../inspection/item-numbers.ts';
import { words, type Localized } from '../../localized.ts';
import { broken } from '../../rules/broken.ts';

/** Numbers of check items with one result, as `1-9、11`. */
export const itemNumbers = (label: Localized, aliases: readonly string[]) =>
  text({
    label,
    help: words('检查表中的序号，如 1-9、11', 'Numbers in the check list, as 1-9、11'),
    max: 400,
    aliases,
  });

/** Counts of the items by result, and what they count. */
const countsOf = {
  passed_count: 'passed_items',
  failed_count: 'failed_items',
  other_count: 'other_items',
} as const;

/** Numbers in the one spelling, with their counts. What cannot be read stays for the rule to name. */
export function withCounts(row: Values): Values {
  const filled: Record<string, Value> = { ...row };
  for (const [count, items] of Object.entries(countsOf)) {
    const numbers = typeof row[items] === 'string' ? readItemNumbers(row[items]) : null;
    if (numbers === null) continue;
    filled[items] = writeItemNumbers(numbers);
    filled[count] = row[count] ?? numbers.length;
  }
  return filled;
}

const unreadable = words('项目序号请按 1-9、11 填写', 'Write item numbers as 1-9、11');
const twice = words('有项目填了两种结果', 'An item has two results');

/** Rule: the numbers can be read, and no item has two results. */
export const splitItems: LedgerRule = Object.assign(splitItemsRule, { reads: [Object.values(countsOf)] });

function splitItemsRule(...[row, context]: Parameters<LedgerRule>): ReturnType<LedgerRule> {
  const seen = new Set<number>();
  for (const field of Object.values(countsOf)) {
    const value = row[field];
    const numbers = typeof value === 'string' ? readItemNumbers(value) : [];
    if (numbers === null) return [broken(field, unreadable, context)];
    if (numbers.some((n) => seen.has(n))) return [broken(field, twice, context)];
    for (const n of numbers) seen.add(n);
  }
  return [];
}
