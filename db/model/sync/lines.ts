import { z } from 'zod';
import type { Stored } from '../field-kind.ts';
import type { Clock } from './clock.ts';
import type { SyncRecord } from './sync-record.ts';

/**
 * Spelling of records in a package: NDJSON, one record a line, under a line that names ledger and revision.
 *
 *     {"ledger":"person","revision":3}
 *     {"i":"0199…","t":[1805000000000000,"441900121-k7f3q2"],"a":"李梅","w":{"name":"张三","phone":"139…"},"c":{"phone":[…]}}
 *     {"i":"0199…","t":[…],"a":"李梅","v":{"phone":null}}
 *     {"i":"0199…","t":[…],"a":"李梅","v":{},"x":{"t":[…],"r":"搬离"}}
 *
 * `w` is a whole row, `v` changed fields; `c` names values older or newer than `t`; `x` removal (`r` null: brought back).
 */
const clockShape = z.tuple([z.int().nonnegative(), z.string().min(1).max(64)]);
/** Checked by hand: as a record of unions this one member would take longer than all the rest of a line. */
const valuesShape = z.custom<Readonly<Record<string, Stored>>>(isValues, 'not values by field');
const recordShape = z.strictObject({
  i: z.string().min(1).max(64),
  t: clockShape,
  a: z.string().max(200),
  w: valuesShape.optional(),
  v: valuesShape.optional(),
  c: z.record(z.string(), clockShape).optional(),
  x: z.strictObject({ t: clockShape, r: z.string().nullable() }).optional(),
});
const sectionShape = z.strictObject({
  ledger: z
    .string()
    .regex(/^[a-z$][a-z0-9_$]*$/)
    .max(64),
  revision: z.int().positive(),
});

/** A ledger's heading; the records below it are of this ledger until the next heading. */
export interface Section {
  readonly ledger: string;
  readonly revision: number;
}

export type Line =
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'record'; readonly record: SyncRecord }
  | { readonly kind: 'unreadable'; readonly reason: string };

export const sectionLine = ({ ledger, revision }: Section): string => JSON.stringify({ ledger, revision });

/** One record as a line, without the line break. Put together by hand: objects made only to be spelt take twice the time. */
export function recordLine(record: SyncRecord): string {
  const { id, clock, author, isWhole, values, clocks, removal } = record;
  const head = `{"i":${JSON.stringify(id)},"t":${clockText(clock)},"a":${JSON.stringify(author)}`;
  const body = `,"${isWhole ? 'w' : 'v'}":${JSON.stringify(values)}`;
  const older = hasAny(clocks) ? `,"c":${JSON.stringify(clocks)}` : '';
  const gone =
    removal === null ? '' : `,"x":{"t":${clockText(removal.clock)},"r":${JSON.stringify(removal.reason)}}`;
  return `${head}${body}${older}${gone}}`;
}

const clockText = ([at, node]: Clock): string => `[${at},${JSON.stringify(node)}]`;

function hasAny(clocks: SyncRecord['clocks']): boolean {
  for (const _ in clocks) return true;
  return false;
}

/** Reads a line under its section; a line that is not one is told, never thrown: it goes to quarantine. */
export function readLine(text: string, section: Section | null): Line {
  const json = parsed(text);
  // Asked by name first: a million records would each build the error of a heading that fails.
  const heading = isHeading(json) ? sectionShape.safeParse(json) : undefined;
  if (heading?.success === true) return { kind: 'section', section: heading.data };
  const row = recordShape.safeParse(json);
  if (!row.success) return { kind: 'unreadable', reason: z.prettifyError(row.error) };
  if (section === null) return { kind: 'unreadable', reason: 'a record before any ledger heading' };
  const { i, t, a, w, v, c, x } = row.data;
  if ((w === undefined) === (v === undefined))
    return { kind: 'unreadable', reason: 'neither or both of w and v' };
  const record: SyncRecord = {
    ...section,
    id: i,
    isWhole: w !== undefined,
    values: w ?? v ?? {},
    clock: t,
    clocks: c ?? {},
    removal: x === undefined ? null : { reason: x.r, clock: x.t },
    author: a,
  };
  return { kind: 'record', record };
}

function isValues(json: unknown): boolean {
  if (!isObject(json)) return false;
  // What was parsed from JSON has no inherited names, and a list of pairs for each of a million rows costs more than this.
  for (const name in json) {
    // A field of this name would become the prototype of whatever copies the values.
    if (name === '__proto__') return false;
    const value = json[name];
    if (typeof value !== 'string' && typeof value !== 'number' && value !== null) return false;
  }
  return true;
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const isHeading = (json: unknown) => typeof json === 'object' && json !== null && 'ledger' in json;

/** Clock of one value of a record. */
export const clockOf = (record: SyncRecord, field: string): Clock => record.clocks[field] ?? record.clock;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
