import { z } from 'zod';
import { dueBuckets } from '../../db/model/calendar/due-days.ts';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

/**
 * The day's work (首页) and the calendar: what ledgers declare as `dues` and `wants`. A kind of work is named by its ledger
 * and its place in the definition's list, from which the window takes label and area. Days are those of China.
 */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const bucket = z.enum(dueBuckets);
const ref = { ledger: s.ledgerId, place: z.int().min(0).max(50) };
/** Everybody's without it; empty: what nobody is named for. */
const person = z.string().max(100).optional();
const counts = { overdue: z.int(), today: z.int(), week: z.int() };

const localized = z.object({ zh: z.string(), en: z.string() });
const dayKind = z.object({
  kind: z.enum(['working', 'make-up', 'weekend', 'holiday']),
  /** The holiday, or the one a worked weekend makes up for. */
  name: localized.nullable(),
  /** False in a year whose holidays are not announced. */
  isKnown: z.boolean(),
});

const row = z.object({
  ...ref,
  id: s.id,
  title: z.string(),
  subtitle: z.string(),
  day,
  /** Moment in UTC, where the ledger keeps one. */
  at: z.string().nullable(),
  person: z.string(),
});

export const dayCalls = {
  'day.board': dbhost(
    z.strictObject({ person }),
    z.object({
      today: day,
      kind: dayKind,
      /** Last day of "this week": the Sunday of the week of the next working day. */
      weekEnd: day,
      dues: z.array(
        z.object({
          ...ref,
          ...counts,
          /** False: counting stopped at a bound. */
          isExact: z.boolean(),
          /** Filters of the list that show the very rows. */
          where: z.object({ overdue: s.where, today: s.where, week: s.where }),
        }),
      ),
      wants: z.array(z.object({ ...ref, missing: z.int(), isExact: z.boolean(), where: s.where })),
      /** Most urgent first, the first 200; of everybody, whoever was asked for. */
      people: z.array(z.object({ name: z.string(), ...counts, missing: z.int() })),
      /** Who is to be told of how many late steps, the highest level first; a case stands with one of them only. */
      told: z.array(
        z.object({
          to: localized,
          count: z.int(),
          isExact: z.boolean(),
          levels: z.array(
            z.object({
              ledger: s.ledgerId,
              state: z.string(),
              /** From 1, mildest first, of `levels`. */
              level: z.int(),
              levels: z.int(),
              count: z.int(),
              isExact: z.boolean(),
              where: s.where,
            }),
          ),
        }),
      ),
      /** Months that teams at work have no published roster for. */
      rosters: z.array(z.object({ team: s.id, name: z.string(), month: z.string(), isDraft: z.boolean() })),
    }),
  ),
  /** Rows of a bucket or of one day, earliest first. */
  'day.rows': dbhost(
    z.strictObject({
      of: z.union([bucket, day]),
      person,
      only: z.strictObject(ref).optional(),
      limit: z.int().min(1).max(500),
    }),
    /** `now`: the moment asked at, UTC; what was due at a moment before it is late. */
    z.object({ now: z.string(), rows: z.array(row), hasMore: z.boolean() }),
  ),
  /** Late steps by who is to be told of them, late longest first, at most `limit` for each. */
  'day.told': dbhost(
    z.strictObject({ person, limit: z.int().min(1).max(200) }),
    z.array(
      z.object({
        to: localized,
        hasMore: z.boolean(),
        rows: z.array(
          z.object({
            ledger: s.ledgerId,
            id: s.id,
            title: z.string(),
            subtitle: z.string(),
            state: z.string(),
            /** Field that holds the deadline. */
            field: s.fieldName,
            level: z.int(),
            levels: z.int(),
            /** Deadline that passed, and when the level was reached, UTC. */
            due: z.string(),
            since: z.string(),
            person: z.string(),
          }),
        ),
      }),
    ),
  ),
  /** What each day holds, from the first to the last; at most three months. */
  'day.calendar': dbhost(
    z.strictObject({ from: day, to: day }),
    z.object({
      today: day,
      days: z.array(
        z.object({
          day,
          ...dayKind.shape,
          /** `late`: how many of them have passed; of today those due at a moment before now. */
          dues: z.array(z.object({ ...ref, count: z.int(), late: z.int(), where: s.where })),
          duty: z.array(
            z.object({
              team: s.id,
              name: z.string(),
              people: z.array(z.object({ post: z.string(), name: z.string(), phone: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
  /** The month as a sheet of paper. */
  'day.document': dbhost(z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }), s.document),
  /** Numbers of the badge; cheap. */
  'day.reminder': dbhost(
    z.strictObject({}),
    z.object({
      today: day,
      overdue: z.int(),
      dueToday: z.int(),
      /** Late steps somebody is to be told of. */
      told: z.int(),
      isExact: z.boolean(),
    }),
  ),
} as const;
