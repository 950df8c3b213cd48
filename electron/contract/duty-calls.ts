import { z } from 'zod';
import { counters, dayClasses } from '../../db/roster/problem.ts';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

/**
 * Duty rosters (值班排班) as the window asks for them. People, posts and changes are named by ids of their ledgers; a patrol
 * has one post for each grid and shift. Sentences come in the language of the caller.
 */

const none = z.strictObject({});
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const month = z.strictObject({ team: s.id, month: monthText });
const postId = s.id;
const kind = z.enum(['office', 'patrol']);
const state = z.enum(['draft', 'published', 'locked']);
const status = z.enum(['optimal', 'feasible', 'infeasible', 'unknown']);
const jobRef = z.object({ job: s.id });
/** `change` names the write for `change.undo`; `null` when nothing was different. */
const changed = z.object({ change: z.string().nullable() });

const team = z.object({
  id: s.id,
  name: z.string(),
  kind,
  members: z.int(),
  posts: z.int(),
  /** Months that have a roster, newest first. */
  months: z.array(z.object({ month: monthText, state })),
});

const boardDay = z.object({
  date: day,
  class: z.enum(dayClasses),
  /** 国庆节, or the holiday a working weekend makes up for; `null` on any other day. */
  holiday: z.string().nullable(),
  isMakeUp: z.boolean(),
});

const boardPost = z.object({
  id: postId,
  name: z.string(),
  /** Local time it begins, and its length in hours. */
  start: z.string(),
  length_h: z.number(),
  hours: z.string(),
  night: z.boolean(),
  place: z.object({ code: z.string(), name: z.string(), area: z.string() }).nullable(),
});

const boardPerson = z.object({ id: s.id, name: z.string(), phone: z.string(), role: z.string() });

const boardDuty = z.object({
  date: day,
  post: postId,
  person: s.id,
  /** Whom the plan had meant, when a swap, a substitute or a repair put somebody else there. */
  planned: s.id.nullable(),
  origin: z.enum(['plan', 'hand', 'repair', 'swap', 'substitute', 'import']),
  locked: z.boolean(),
});

const hole = z.object({ date: day, post: postId, missing: z.int() });
/** A broken rule, told at its cell; without a post it is of the person's whole day. */
const broken = z.object({
  date: day,
  post: postId.nullable(),
  person: s.id.nullable(),
  isHard: z.boolean(),
  text: z.string(),
});
const cost = z.object({ rule: s.id, text: z.string(), cost: z.number() });
const plainDuty = boardDuty.pick({ date: true, post: true, person: true });

/** What a planner has found, before it is kept. */
const proposal = z.object({
  job: s.id,
  team: s.id,
  month: monthText,
  kind: z.enum(['plan', 'repair']),
  status,
  cost: z.number(),
  bound: z.number(),
  gap: z.number(),
  seconds: z.number(),
  duties: z.array(plainDuty),
  holes: z.array(hole),
  costs: z.array(cost),
  /** Duties of the standing roster that go to somebody else, in the order of their days. */
  moved: z.array(z.object({ date: day, post: postId, from: s.id.nullable(), to: s.id.nullable() })),
  /** With holes that are proven: the smallest set of rules and facts that cannot hold together. */
  core: z.array(z.object({ text: z.string(), ledger: s.ledgerId.nullable(), id: s.id.nullable() })),
  /** Cheapest ways out, each proven to fill the holes it names. */
  relaxations: z.array(z.object({ id: s.id, text: z.string() })),
});

const swap = z.strictObject({
  kind: z.literal('swap'),
  date: day,
  post: postId,
  person: s.id,
  otherDate: day,
  otherPost: postId,
  otherPerson: s.id,
});
const substitute = z.strictObject({
  kind: z.literal('substitute'),
  date: day,
  post: postId,
  person: s.id,
  otherPerson: s.id,
});
const dutyChange = z.discriminatedUnion('kind', [swap, substitute]);

const counted = z.record(z.enum(counters), z.number());

/** `DutySheet` of `db/roster`. */
const sheet = z.object({
  title: z.string(),
  unit: z.string(),
  team: z.string(),
  kind,
  from: day,
  to: day,
  phone: z.string(),
  fax: z.string(),
  notes: z.array(z.string()),
  prepared: z.string(),
  reviewed: z.string(),
  issued: z.string(),
  watermark: z.string(),
  state,
  days: z.array(boardDay.extend({ remark: z.string() })),
  posts: z.array(boardPost),
  people: z.array(boardPerson),
  duties: z.array(z.object({ date: day, post: postId, person: s.id, isChanged: z.boolean() })),
});

export const dutyCalls = {
  /** `today` is the data process's day. */
  'duty.teams': dbhost(none, z.object({ today: day, teams: z.array(team) })),
  /** Makes a team with posts, rules and, of a village's grid staff, members. `village`: a division; patrols need one. */
  'duty.setUp': dbhost(
    z.strictObject({
      writeId: s.id,
      template: z.enum(['office-whole-day', 'office-day-night', 'patrol']),
      name: z.string().min(1).max(100),
      village: s.id.nullable(),
    }),
    z.object({ team: s.id }),
  ),

  // ── the month ────────────────────────────────────────────────────────────────────────────────────────────
  'duty.board': dbhost(
    month,
    z.object({
      team: z.object({ id: s.id, name: z.string(), kind }),
      month: monthText,
      title: z.string(),
      /** `null` while the month has no roster. */
      roster: z
        .object({
          id: s.id,
          state,
          /** `hand`: not found by the planner. */
          status: z.enum([...status.options, 'hand']),
          cost: z.number(),
          bound: z.number(),
          plannedAt: z.string().nullable(),
          publishedAt: z.string().nullable(),
          /** Rules, leave or members were changed after it was made. */
          isOutdated: z.boolean(),
        })
        .nullable(),
      /** False while the State Council's arrangement of the year is not known: holidays are then not guessed. */
      isAnnounced: z.boolean(),
      /** Last day that never moves any more; `null` = none of the month. */
      frozenThrough: day.nullable(),
      days: z.array(boardDay),
      posts: z.array(boardPost),
      people: z.array(boardPerson),
      duties: z.array(boardDuty),
      leaves: z.array(z.object({ person: s.id, from: day, to: day, kind: z.string() })),
      holes: z.array(hole),
      broken: z.array(broken),
      costs: z.array(cost),
    }),
  ),
  /** Edits by hand, all in one write: `from` gives the duty up (`null`: an empty seat), `to` takes it (`null`: nobody). */
  'duty.edit': dbhost(
    z.strictObject({
      writeId: s.id,
      roster: s.id,
      sets: z
        .array(z.strictObject({ date: day, post: postId, from: s.id.nullable(), to: s.id.nullable() }))
        .min(1)
        .max(20),
    }),
    changed,
  ),
  /** Nails a duty of a draft down for later plans, or lets it go. */
  'duty.pin': dbhost(
    z.strictObject({
      writeId: s.id,
      roster: s.id,
      date: day,
      post: postId,
      person: s.id,
      locked: z.boolean(),
    }),
    changed,
  ),
  /**
   * Publishes, locks, or takes back, one step at a time; a step backwards gives its reason (`refused`, `duty-reason` without).
   * Locking lets duties of the team's compensated days earn their hours.
   */
  'duty.setState': dbhost(
    z.strictObject({ writeId: s.id, roster: s.id, state, reason: z.string().max(200).optional() }),
    changed,
  ),
  /** Why this person, who else could and what that would do; `person` is `null` for an empty seat. */
  'duty.why': dbhost(
    z.strictObject({ ...month.shape, date: day, post: postId, person: s.id.nullable() }),
    z.object({
      reasons: z.array(z.string()),
      /** Everybody of the post's roles but the person, best first; those a hard rule excludes last. */
      candidates: z.array(
        z.object({
          person: s.id,
          isFree: z.boolean(),
          /** Rules that exclude the person, or what would be broken and worse. */
          texts: z.array(z.string()),
          /** Change of the cost if the person took it; `null` where excluded. */
          cost: z.number().nullable(),
        }),
      ),
    }),
  ),

  // ── planning ─────────────────────────────────────────────────────────────────────────────────────────────
  /** Job `duty-plan`; topic `duty` tells how far it is. It ends with a proposal that is not kept yet. */
  'duty.plan': dbhost(month, jobRef),
  /** Job `duty-plan` with the fewest changes of the roster that stands; the past and locked duties never move. */
  'duty.repair': dbhost(month, jobRef),
  /** Ends the search; the best roster so far becomes the proposal. */
  'duty.stop': dbhost(jobRef, none),
  'duty.proposal': dbhost(jobRef, proposal.nullable()),
  /** The job that plans the month, or whose proposal can still be kept: for a board that is opened again. */
  'duty.planning': dbhost(month, z.object({ job: s.id.nullable() })),
  /** Loosens what a relaxation names and plans again. */
  'duty.relax': dbhost(z.strictObject({ writeId: s.id, job: s.id, relaxation: s.id }), jobRef),
  'duty.keep': dbhost(z.strictObject({ writeId: s.id, job: s.id }), changed.extend({ roster: s.id })),
  'duty.discard': dbhost(jobRef, none),

  // ── swaps and substitutes ────────────────────────────────────────────────────────────────────────────────
  /** What a swap (串班) or substitute (代班) would break; nothing is written. */
  'duty.look': dbhost(
    z.strictObject({ team: s.id, change: dutyChange }),
    z.object({
      broken: z.array(broken),
      cost: z.number(),
      /** The other day's month has no roster yet: the change is recorded and takes effect with it. */
      isWaiting: z.boolean(),
    }),
  ),
  /** Refused (`refused`, `duty-rule`) when a hard rule would be broken. */
  'duty.change': dbhost(
    z.strictObject({ writeId: s.id, team: s.id, change: dutyChange, reason: z.string().max(200) }),
    changed,
  ),
  'duty.cancel': dbhost(z.strictObject({ writeId: s.id, id: s.id }), changed),

  // ── fairness, statistics, now ────────────────────────────────────────────────────────────────────────────
  /** Duties done and owed from the first to the last month, in the order of the team. */
  'duty.fairness': dbhost(
    z.strictObject({ team: s.id, from: monthText, to: monthText }),
    z.object({
      people: z.array(
        boardPerson.extend({
          done: counted,
          /** Fair share of the same months. */
          share: counted,
          /** Done beyond the fair share at the end of the months, in the team's window of fairness; negative: owed. */
          balance: counted,
          hours: z.number(),
          /** Duties taken over from others, and handed over to others. */
          takenOver: z.int(),
          handedOver: z.int(),
          /** Hours of compensation (调休): earned and used in the months, left at their end. */
          earned: z.number(),
          used: z.number(),
          left: z.number(),
        }),
      ),
    }),
  ),
  /** The roster of some days as it is printed and exported. */
  'duty.sheet': dbhost(z.strictObject({ team: s.id, from: day, to: day }), sheet),
  /** Days of a year that are no plain working days or weekends, and who says so. */
  'duty.calendar': dbhost(
    z.strictObject({ year: z.int().min(2004).max(2100) }),
    z.object({
      source: z.enum(['entered', 'shipped', 'none']),
      days: z.array(boardDay),
    }),
  ),
  /** Who is on duty in every team at this moment, by published rosters, and who comes next. */
  'duty.now': dbhost(
    none,
    z.array(
      z.object({
        team: s.id,
        name: z.string(),
        phone: z.string(),
        month: monthText,
        onDuty: z.array(
          z.object({
            date: day,
            post: z.string(),
            place: z.string(),
            person: s.id,
            name: z.string(),
            phone: z.string(),
            until: z.string(),
          }),
        ),
        /** Next hand-over, an instant; `null` when no roster reaches that far. */
        next: z
          .object({
            at: z.string(),
            people: z.array(z.object({ post: z.string(), name: z.string(), phone: z.string() })),
          })
          .nullable(),
      }),
    ),
  ),
} as const;

/** Payload of topic `duty`: how far a planner is. */
export const dutyProgress = z.object({
  job: s.id,
  phase: z.enum(['first', 'holes', 'changes', 'preferences', 'improve', 'core']),
  cost: z.number().nullable(),
  bound: z.number().nullable(),
  /** Share of the work, 0..1. */
  done: z.number(),
  /** The best roster so far, when it is new. */
  duties: z.array(plainDuty).nullable(),
  holes: z.array(hole).nullable(),
});
