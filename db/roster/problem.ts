import { z } from 'zod';

/**
 * A duty-roster problem as data: who must be where on which day, who can, and which rules hold. It is all the planner,
 * the independent checker and `zw roster solve` know, so a problem can be kept, sent and solved again anywhere.
 *
 * Days are ISO text, sorted and without gaps; people, posts and rules are named by ids of the caller's choosing. Sources
 * of the rules: docs/roster.md.
 */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is YYYY-MM-DD');
const id = z.string().min(1).max(64);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM');

/** Classes of a day. Each is counted and shared out for itself; a make-up day (调休上班) is a `workday`. */
export const dayClasses = ['workday', 'restday', 'holiday', 'spring'] as const;
export type DayClass = (typeof dayClasses)[number];

/** What fairness counts: duties on days of each class, night duties, and all of them. */
export const counters = [...dayClasses, 'night', 'total'] as const;
export type Counter = (typeof counters)[number];

const range = { from: day, to: day };

/** A duty to be filled on every day that needs it: 带班领导, 值班干部, 夜班, 早班巡查 of one grid. */
const post = z.strictObject({
  id,
  name: z.string().max(100),
  /** Local time the duty begins. */
  start: clock,
  /** Length in hours; a duty that ends after 24:00 reaches into the next day. */
  hours: z.number().gt(0).max(48),
  /** Counts as a night duty; night rules hold for it. */
  night: z.boolean(),
  /** A person with any of these roles can take it. */
  roles: z.array(id).min(1),
  /** Grid the duty is in; only people who know it can take it. `null`: no particular place. */
  place: id.nullable().default(null),
  /** People needed on a day of each class. */
  needs: z.record(z.enum(dayClasses), z.int().min(0).max(200)),
  /** A gap here weighs more than any number of gaps in posts of lower rank (3 leader, 2 officer, 1 patrol). */
  rank: z.int().min(1).max(9).default(1),
  /** The hand's order of the roster's columns. */
  order: z.int().default(0),
});

const person = z.strictObject({
  id,
  name: z.string().max(100),
  roles: z.array(id),
  /** Qualifications rules can ask for: `driver`, `class_a`, `novice`. */
  skills: z.array(id).default([]),
  /** Grids the person knows, the own one (A) first, then those of the stand-in (B). */
  places: z.array(id).default([]),
  /** First and last day in service; absent: all days. */
  from: day.optional(),
  to: day.optional(),
  /** No night duties in these ranges (pregnancy, illness, age). */
  nightExempt: z.array(z.strictObject(range)).default([]),
  /** Place in the list of turns (轮序), ascending. */
  order: z.int().default(0),
  /** Duties done beyond the fair share before the first day, by counter; negative: still owed. */
  balance: z.partialRecord(z.enum(counters), z.number()).default({}),
  /** Share of duties compared with the others of the role; 0.5 = half. */
  share: z.number().gt(0).max(5).default(1),
});

const leave = z.strictObject({ id, person: id, ...range, kind: z.string().max(20).default('') });

/**
 * What somebody asked for or was told. `fixed` and `never` must hold; `wish` and `avoid` are weighed.
 * `weekdays` (0 Sunday … 6 Saturday) narrows the range, `posts` the duties; absent: all.
 */
const request = z.strictObject({
  id,
  person: id,
  kind: z.enum(['fixed', 'never', 'wish', 'avoid']),
  ...range,
  weekdays: z.array(z.int().min(0).max(6)).optional(),
  posts: z.array(id).optional(),
  /** 1..3; only of `wish` and `avoid`. */
  weight: z.int().min(1).max(3).default(1),
});

/**
 * `apart`: never on duty on one day. `together`: on duty on the same days. `mentor`: `a` is on duty only on days and
 * posts of the same time as `b`. `presence`: leader and deputy, never both away (on leave, or resting after a night).
 */
const pair = z.strictObject({
  id,
  a: id,
  b: id,
  kind: z.enum(['apart', 'together', 'mentor', 'presence']),
});

/** A change of the needs in a range: a campaign (台风、清明) or an empty day. `all`: everybody who can. */
const campaign = z.strictObject({
  id,
  name: z.string().max(100),
  ...range,
  post: id,
  need: z.union([z.int().min(0).max(500), z.literal('all')]),
});

/** Holds always (`hard`), or costs `weight` for each unit it is broken by. */
const strength = z.union([
  z.strictObject({ hard: z.literal(true) }),
  z.strictObject({ weight: z.int().min(1).max(1000) }),
]);

const limited = { id, strength, posts: z.array(id).optional() };

/** The closed list of rules. `posts` narrows a rule to some duties; absent: all. */
const rule = z.discriminatedUnion('kind', [
  /** At least so many hours between the end of a duty and the beginning of the next. */
  z.strictObject({ ...limited, kind: z.literal('rest'), hours: z.number().min(0).max(240) }),
  /** At most so many night duties on consecutive days. */
  z.strictObject({ ...limited, kind: z.literal('nights-in-row'), most: z.int().min(1) }),
  /** At most so many consecutive days with a duty. */
  z.strictObject({ ...limited, kind: z.literal('days-in-row'), most: z.int().min(1) }),
  /** At most so many duties from Monday to Sunday. */
  z.strictObject({
    ...limited,
    kind: z.literal('per-week'),
    most: z.int().min(0),
    counter: z.enum(counters).default('total'),
  }),
  /** At most so many duties in a calendar month. */
  z.strictObject({
    ...limited,
    kind: z.literal('per-month'),
    most: z.int().min(0),
    counter: z.enum(counters).default('total'),
  }),
  /** At most so many weekends (Saturday or Sunday) with a duty in a calendar month. */
  z.strictObject({ ...limited, kind: z.literal('weekends'), most: z.int().min(0) }),
  /** At least so many days without duty between two duties. */
  z.strictObject({ ...limited, kind: z.literal('spacing'), days: z.int().min(1).max(31) }),
  /** On each day at least so many people with the skill among those on the posts together, where anybody is needed. */
  z.strictObject({ ...limited, kind: z.literal('skill'), skill: id, least: z.int().min(1) }),
  /** At most so many people with the skill on one post on one day, and never without one who lacks it (新手). */
  z.strictObject({ ...limited, kind: z.literal('novice'), skill: id, most: z.int().min(0) }),
  /** The same person on all rest days of one weekend or holiday run of the post (双休日同一带班领导). */
  z.strictObject({ ...limited, kind: z.literal('same-rest-days') }),
  /** Duties of the counter are shared out by `share`, presence and balance; the cost is the squared distance. */
  z.strictObject({ ...limited, kind: z.literal('fair'), counter: z.enum(counters) }),
  /** Wishes and avoided days count, times their own weight. */
  z.strictObject({ ...limited, kind: z.literal('wishes') }),
  /** The own grid before that of another (A 岗 before B 岗). */
  z.strictObject({ ...limited, kind: z.literal('own-place') }),
  /** The list of turns (轮序), a cursor per class of day: whoever is next takes it; a departure costs. */
  z.strictObject({ ...limited, kind: z.literal('turns') }),
]);

/** One person on one post on one day. */
const assignment = z.strictObject({ date: day, post: id, person: id });

export const rosterProblem = z.strictObject({
  format: z.literal('zhiwang-roster-problem/1'),
  name: z.string().max(200).default(''),
  days: z
    .array(z.strictObject({ date: day, class: z.enum(dayClasses), name: z.string().max(50).nullable() }))
    .min(1)
    .max(400),
  posts: z.array(post).min(1).max(5000),
  people: z.array(person).min(1).max(5000),
  leaves: z.array(leave).default([]),
  requests: z.array(request).default([]),
  pairs: z.array(pair).default([]),
  campaigns: z.array(campaign).default([]),
  rules: z.array(rule).default([]),
  /** What was done before the first day, newest 14 days at least, so that rests and runs reach over the edge. */
  earlier: z.array(assignment).default([]),
  /** Who is next in the list of turns by post and class (id of the person); absent: the first of the order. */
  cursors: z.record(id, z.partialRecord(z.enum(dayClasses), id)).default({}),
  /**
   * A roster that stands. Up to and including `frozenThrough`, and where `locked`, it never moves; elsewhere as few
   * of its duties as possible change (repair).
   */
  basis: z
    .strictObject({
      assignments: z.array(assignment.extend({ locked: z.boolean().default(false) })),
      frozenThrough: day.nullable().default(null),
    })
    .optional(),
});

export type RosterProblem = z.infer<typeof rosterProblem>;
export type Post = z.infer<typeof post>;
export type Person = z.infer<typeof person>;
export type Rule = z.infer<typeof rule>;
export type RuleKind = Rule['kind'];
export type Assignment = z.infer<typeof assignment>;
