import type { Output } from '../../../electron/contract/calls.ts';

/** A code table with its items. */
export type CodeTable = Output<'code.list'>[number];
export type CodeItem = CodeTable['items'][number];

/** An item being edited. Codes that were saved before keep their code: records hold it. */
export interface DraftItem extends CodeItem {
  /** Unique in the draft; codes of new items change while they are typed. */
  readonly key: string;
  readonly isNew: boolean;
}

/** What is wrong with an item, by field. */
export interface ItemProblem {
  readonly code?: 'codes.code.required' | 'codes.code.twice';
  readonly name?: 'codes.name.required';
}

/** The items of a table, ready to be edited. */
export function draftOf(table: CodeTable): readonly DraftItem[] {
  return table.items.map((item) => ({ ...item, key: item.code, isNew: false }));
}

/** Draft with an empty item at the end. */
export function withNewItem(draft: readonly DraftItem[], key: string): readonly DraftItem[] {
  return [...draft, { key, isNew: true, code: '', name: '' }];
}

/** Draft with one item changed. */
export function withChange(
  draft: readonly DraftItem[],
  key: string,
  change: Partial<CodeItem>,
): readonly DraftItem[] {
  return draft.map((item) => (item.key === key ? { ...item, ...change } : item));
}

/** Draft with one item put out of use from `today` on, or, when it is new, taken away. */
export function withoutItem(draft: readonly DraftItem[], key: string, today: string): readonly DraftItem[] {
  const item = draft.find((other) => other.key === key);
  if (item?.isNew) return draft.filter((other) => other.key !== key);
  return withChange(draft, key, { valid_to: today });
}

/** Draft with one item in use again. */
export function withReopened(draft: readonly DraftItem[], key: string): readonly DraftItem[] {
  return draft.map((item) => {
    if (item.key !== key) return item;
    const { valid_to: _closed, ...open } = item;
    return open;
  });
}

/** Problems by key of the item; empty = can be saved. */
export function problemsOf(draft: readonly DraftItem[]): ReadonlyMap<string, ItemProblem> {
  const problems = new Map<string, ItemProblem>();
  for (const item of draft) {
    const code = item.code.trim();
    const isTwice = draft.some((other) => other.key !== item.key && other.code.trim() === code);
    const problem: ItemProblem = {
      ...(code === '' ? { code: 'codes.code.required' } : isTwice ? { code: 'codes.code.twice' } : {}),
      ...(item.name.trim() === '' ? { name: 'codes.name.required' } : {}),
    };
    if (Object.keys(problem).length > 0) problems.set(item.key, problem);
  }
  return problems;
}

/** The items as they are saved. */
export function itemsOf(draft: readonly DraftItem[]): CodeItem[] {
  return draft.map(({ key: _key, isNew: _isNew, name_en, ...item }) => ({
    ...item,
    code: item.code.trim(),
    name: item.name.trim(),
    ...(name_en?.trim() ? { name_en: name_en.trim() } : {}),
  }));
}
