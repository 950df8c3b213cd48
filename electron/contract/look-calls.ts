import { z } from 'zod';
import { lookWayIds } from '../../db/model/looks.ts';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A line's place in the log. */
const place = z.strictObject({ at: z.iso.datetime(), no: z.int() });

/** Filters hold together; days are those of China, both included. `record` is one of `ledger`. */
const filter = {
  from: day.optional(),
  to: day.optional(),
  user: z.string().min(1).max(100).optional(),
  ledger: s.ledgerId.optional(),
  record: s.id.optional(),
};
const isOfLedger = (query: { readonly ledger?: unknown; readonly record?: unknown }): boolean =>
  query.record === undefined || query.ledger !== undefined;

const look = z.object({
  no: z.int(),
  at: z.string(),
  user: z.string(),
  name: z.string(),
  ledger: s.ledgerId,
  /** Empty: all of the ledger at once. */
  record: z.string(),
  title: z.string().nullable(),
  way: z.enum(lookWayIds),
  /** Of way `value`: the field that was shown in full. */
  field: z.string().nullable(),
});

/**
 * The log of looks: who looked at which record of a sensitive ledger, or at a withheld value of any, when and how. Lines of
 * ledgers the caller may not open are left out; reading the others is itself a look.
 */
export const lookCalls = {
  /** Newest first; `next` is given back as `before`. */
  'look.page': dbhost(
    z
      .strictObject({ ...filter, before: place.optional(), limit: z.int().min(1).max(200) })
      .refine(isOfLedger),
    z.object({ looks: z.array(look), next: place.nullable() }),
  ),
  'look.people': dbhost(z.strictObject({}), z.array(z.object({ user: z.string(), name: z.string() }))),
  /** As a workbook; records of sensitive ledgers stand in it by their id, without their title. */
  'look.export': dbhost(
    z.strictObject({ ...filter, file: s.fileToken }).refine(isOfLedger),
    z.object({ rows: z.int() }),
    { files: { file: 'write' }, timeout_ms: 120_000 },
  ),
} as const;
