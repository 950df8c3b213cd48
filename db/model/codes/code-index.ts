import { toHalfWidth } from '../fields/clean-text.ts';
import type { CodeItem } from './code-table.ts';

/** What of a table is needed to read a sheet cell. */
export interface CodeSource {
  readonly items: readonly CodeItem[];
  readonly aliases?: Readonly<Record<string, string>>;
}

/** Finds the code a text means; `null` when the table has none. Made once per table and kept by the caller. */
export type CodeIndex = (text: string) => string | null;

/**
 * Index from name, English name, alias and code to the code. Names win over codes. Also understood: a code in front
 * of its name (`01 汉族`, `01-汉族`), behind it (`汉族(01)`), and codes that lost their leading zero (`1` for `01`).
 */
export function codeIndex(table: CodeSource): CodeIndex {
  const codeByText = new Map<string, string>();
  const add = (text: string | undefined, code: string): void => {
    if (text !== undefined && !codeByText.has(textKey(text))) codeByText.set(textKey(text), code);
  };
  for (const item of table.items) add(item.name, item.code);
  for (const [alias, code] of Object.entries(table.aliases ?? {})) add(alias, code);
  for (const item of table.items) add(item.code, item.code);
  for (const item of table.items) add(item.name_en, item.code);
  for (const item of table.items) add(item.code.replace(/^0+(?=.)/, ''), item.code);
  return (text) => {
    const key = textKey(text);
    const exact = codeByText.get(key);
    if (exact !== undefined) return exact;
    const parts = /^([0-9a-z]{1,8})[-—.、:：]?(\D.*)$/.exec(key) ?? /^(\D.*?)\(([0-9a-z]{1,8})\)$/.exec(key);
    if (!parts) return null;
    const [first, second] = [codeByText.get(parts[1] ?? ''), codeByText.get(parts[2] ?? '')];
    return first !== undefined && first === second ? first : null;
  };
}

const textKey = (text: string): string =>
  toHalfWidth(text)
    .replace(/[\s\u00a0\u200b\u3000\ufeff'’]/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .toLowerCase();
