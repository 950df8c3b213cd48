import { z } from 'zod';
import type { AnyLedger } from '../model/define-ledger.ts';
import { words } from '../model/localized.ts';
import { fieldsOf as filteredFields, removedKey, type Where } from '../model/where.ts';
import type { CommandOption, Input } from './command.ts';
import { UsageError } from './refusal.ts';
import { jsonObject } from './with-store.ts';

/** `--where` of the commands that work on a filtered list. */
export const whereOption = {
  type: 'string',
  value: 'JSON',
  help: words(
    '筛选，如 {"sex":"2","birth_date":{"from":"1990-01-01"}}；条件有 contains starts from to blank not notAfter after and',
    'Filter, e.g. {"sex":"2","birth_date":{"from":"1990-01-01"}}; criteria: contains starts from to blank not notAfter after and',
  ),
} as const satisfies CommandOption;

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const bound = z.union([z.string(), z.number()]);
const value = z.union([z.null(), scalar, z.array(z.string())]);
const asked = z.strictObject({
  contains: z.string().exactOptional(),
  starts: z.string().exactOptional(),
  from: bound.exactOptional(),
  to: bound.exactOptional(),
  blank: z.boolean().exactOptional(),
  not: z.union([scalar, z.array(z.string())]).exactOptional(),
  notAfter: z.string().exactOptional(),
  after: z.string().exactOptional(),
});
const criterion = z.union([value, asked.extend({ and: z.array(z.union([value, asked])).exactOptional() })]);

/** The filter of a call; no option = all current records. @throws UsageError naming the field that is wrong. */
export function whereOf(ledger: AnyLedger, input: Input): Where {
  const text = input.options['where'];
  if (typeof text !== 'string') return {};
  const given = Object.entries(jsonObject(text, '--where'));
  return Object.fromEntries(given.map(([name, value]) => [name, criterionOf(ledger, name, value)]));
}

function criterionOf(ledger: AnyLedger, name: string, value: unknown): Where[string] {
  const parsed = criterion.safeParse(value);
  const isKnown = (field: string): boolean => field in ledger.fields;
  const isRight =
    parsed.success && (name === removedKey || filteredFields({ [name]: parsed.data }).every(isKnown));
  if (isRight) return parsed.data;
  throw new UsageError(words(`--where 中的“${name}”有误`, `"${name}" in --where is wrong`));
}

/** Sort key of `--sort`, checked against the ledger. */
export function sortOf(ledger: AnyLedger, input: Input): { readonly sort?: string } {
  const sort = input.options['sort'];
  if (typeof sort !== 'string') return {};
  if (sort.replace(/^-/, '') in ledger.fields) return { sort };
  throw new UsageError(words(`--sort 的字段不存在：${sort}`, `--sort names no field: ${sort}`));
}

/** Fields of `--fields a,b,c`, checked against the ledger; `null` when not given. */
export function fieldsOf(ledger: AnyLedger, input: Input): readonly string[] | null {
  const text = input.options['fields'];
  if (typeof text !== 'string') return null;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(name in ledger.fields));
  if (unknown === undefined) return names;
  throw new UsageError(words(`--fields 的字段不存在：${unknown}`, `--fields names no field: ${unknown}`));
}
