import { z } from 'zod';
import { dutyLayouts, phonePlaces } from '../../db/roster/duty-paper.ts';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

/** Duty rosters on paper, in files for other programs, and read back from sheets. Days of a range are both included. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const range = { team: s.id, from: day, to: day };
const duty = z.object({ date: day, post: s.id, person: s.id });

export const dutyPaperCalls = {
  /** A roster laid out for `print.pdf`. `holidays`: names of those in the range, for the layout `holiday`. */
  'duty.document': dbhost(
    z.strictObject({
      ...range,
      layout: z.enum(dutyLayouts),
      paper: s.paper,
      /** Absent: as suits the layout. */
      landscape: z.boolean().optional(),
      phones: z.enum(phonePlaces),
      holiday: z.string().max(50).optional(),
    }),
    z.object({
      title: z.string(),
      html: z.string(),
      landscape: z.boolean(),
      paper: s.paper,
      footer: z.string(),
      holidays: z.array(z.string()),
    }),
  ),
  /** `xlsx`: a row per day and a row per duty; `ics`: a calendar, of one person where named. */
  'duty.export': dbhost(
    z.strictObject({
      ...range,
      format: z.enum(['xlsx', 'ics']),
      person: s.id.optional(),
      file: s.fileToken,
    }),
    z.object({ duties: z.int() }),
    { files: { file: 'write' }, timeout_ms: 120_000 },
  ),
  /**
   * Reads a month's roster out of a sheet as offices keep them (rows = days, columns = posts); nothing is written until
   * `duty.keep` takes `job`. Days the sheet does not have and posts without a column stay as they are.
   */
  'duty.readSheet': dbhost(
    z.strictObject({ team: s.id, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), file: s.fileToken }),
    z.object({
      job: s.id,
      duties: z.array(duty),
      days: z.int(),
      posts: z.array(s.id),
      added: z.array(duty),
      removed: z.array(duty),
      unknownColumns: z.array(z.string()),
      problems: z.array(
        z.object({
          row: z.int(),
          column: z.int(),
          value: z.string(),
          code: z.enum([
            'unknown-person',
            'ambiguous-person',
            'day-outside',
            'day-twice',
            'formula-error',
            'past',
          ]),
        }),
      ),
    }),
    { files: { file: 'read' }, timeout_ms: 120_000 },
  ),
} as const;
