import { z } from 'zod';
import type { AnyLedger } from '../model/define-ledger.ts';
import { unknownName } from '../model/filter-names.ts';
import { words } from '../model/localized.ts';
import type { Where } from '../model/where.ts';
import type { CommandOption, Input } from './command.ts';
import { UsageError } from './refusal.ts';
import { jsonObject } from './with-store.ts';

/** `--where` of the commands that work on a filtered list. */
export const whereOption = {
  type: 'string',
  value: 'JSON',
  help: words(
    '筛选，如 {"sex":"2","birth_date":{"from":"1990-01-01"}}；条件有 contains starts from to blank not notAfter after and；关联到本记录的其他台账用 some none，如 {"grid_staff.grid":{"some":{"state":"01"}}}',
    'Filter, e.g. {"sex":"2","birth_date":{"from":"1990-01-01"}}; criteria: contains starts from to blank not notAfter after and; some and none of the records of another ledger that link here, as {"grid_staff.grid":{"some":{"state":"01"}}}',
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
const linking = z.record(z.string(), z.union([value, asked]));
const entry = asked.extend({ some: linking.exactOptional(), none: linking.exactOptional() });
const criterion = z.union([value, entry.extend({ and: z.array(z.union([value, entry])).exactOptional() })]);

/** The filter of a call; no option = all current records. @throws UsageError naming the field that is wrong. */
export function whereOf(ledger: AnyLedger, input: Input): Where {
  const text = input.options['where'];
  if (typeof text !== 'string') return {};
  const given = Object.entries(jsonObject(text, '--where'));
  return Object.fromEntries(given.map(([name, value]) => [name, criterionOf(ledger, name, value)]));
}

function criterionOf(ledger: AnyLedger, name: string, value: unknown): Where[string] {
  const parsed = criterion.safeParse(value);
  if (parsed.success && unknownName(ledger, { [name]: parsed.data }) === null) return parsed.data;
  throw new UsageError(words(`--where 中的“${name}”有误`, `"${name}" in --where is wrong`));
}

/** Sort key of `--sort`, checked against the ledger. */
export function sortOf(ledger: AnyLedger, input: Input): { readonly sort?: string } {
  const sort = input.options['sort'];
  if (typeof sort !== 'string') return {};
  if (Object.hasOwn(ledger.fields, sort.replace(/^-/, ''))) return { sort };
  throw new UsageError(words(`--sort 的字段不存在：${sort}`, `--sort names no field: ${sort}`));
}

/** Fields of `--fields a,b,c`, checked against the ledger; `null` when not given. */
export function fieldsOf(ledger: AnyLedger, input: Input): readonly string[] | null {
  const text = input.options['fields'];
  if (typeof text !== 'string') return null;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !Object.hasOwn(ledger.fields, name));
  if (unknown === undefined) return names;
  throw new UsageError(words(`--fields 的字段不存在：${unknown}`, `--fields names no field: ${unknown}`));
}
