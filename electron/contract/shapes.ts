import { z } from 'zod';
import { moveActions } from '../../db/model/interval-spec.ts';

/** Shapes shared by several calls. Row contents travel as plain values and are checked in the data process. */
export const id = z.string().min(1).max(64);
export const ledgerId = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/);
export const fieldName = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/);
export const sortKey = z.string().regex(/^-?[a-z][a-z0-9_]{0,60}$/);
export const value = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(200)).max(500),
]);
export const values = z.record(fieldName, value);
const criterion = z.strictObject({
  contains: z.string().max(200).optional(),
  starts: z.string().max(200).optional(),
  from: z.union([z.string().max(40), z.number()]).optional(),
  to: z.union([z.string().max(40), z.number()]).optional(),
  blank: z.boolean().optional(),
  not: z
    .union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(200)).max(500)])
    .optional(),
  notAfter: fieldName.optional(),
  after: fieldName.optional(),
});
/** What is asked of the records of another ledger that link to a record. */
const linking = z.record(fieldName, z.union([value, criterion]));
const entry = criterion.extend({ some: linking.optional(), none: linking.optional() });
/** What several definitions ask of one field together; figures open such lists. */
const criteria = entry.extend({
  and: z
    .array(z.union([value, entry]))
    .max(8)
    .optional(),
});
/** Filter of a list; see `Where` of the store. */
export const where = z.record(z.string().max(60), z.union([value, criteria]));
/** Rows a batch action works on: chosen ids, or everything a filter shows. */
export const selection = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(10_000) }),
  z.strictObject({ where }),
]);
/** One action on the intervals of a subject; see `MoveQuestion` of the store. */
export const move = z.strictObject({
  ledger: ledgerId,
  subject: id,
  action: z.enum(moveActions),
  values,
  seen: z.strictObject({ id, version: z.int() }).nullable().optional(),
  endsSubject: z.boolean().optional(),
});
/** Token of a file the user chose; the broker replaces it by the path before the data process sees it. */
export const fileToken = z.string().min(1).max(4096);
export const language = z.enum(['zh', 'en']);

const texts = z.record(z.string(), z.string());
export const pageRow = z.object({ id, version: z.int(), removed: z.boolean(), texts });
export const recordTitle = z.object({ ledger: ledgerId, id, title: z.string(), subtitle: z.string() });
export const finding = z.object({
  field: z.string().nullable(),
  code: z.string(),
  level: z.enum(['error', 'warning']),
  /** The sentence, in the caller's language. */
  text: z.string(),
});
export const storedRecord = z.object({
  ledger: ledgerId,
  id,
  version: z.int(),
  values: z.record(z.string(), value),
  texts,
  title: z.string(),
  subtitle: z.string(),
  maskedFields: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  removedAt: z.string().nullable(),
  removedReason: z.string().nullable(),
});
export const changeRecord = z.object({
  change: z.string(),
  at: z.string(),
  user: z.string(),
  /** Office the change was made in; empty: this one. */
  unit: z.string(),
  op: z.enum(['create', 'update', 'remove', 'restore']),
  batch: z.string().nullable(),
  reason: z.string().nullable(),
  texts: z.record(z.string(), z.tuple([z.string(), z.string()])),
  undoes: z.string().nullable(),
  /** Changes of other records that are taken back with this one. */
  together: z.int(),
});
export const codeItem = z.strictObject({
  code: z.string().min(1).max(20),
  name: z.string().min(1).max(100),
  name_en: z.string().max(100).optional(),
  valid_from: z.string().max(10).optional(),
  valid_to: z.string().max(10).optional(),
});
export const backup = z.object({ file: z.string(), at: z.string(), bytes: z.number(), reason: z.string() });

/** A finished practice town; `entries` counts what was entered and changed in it, `null` in one made by an older version. */
export const practiceTown = z.object({
  people: z.int(),
  seed: z.int(),
  /** The day it was drawn for. */
  day: z.string(),
  entries: z.int().nullable(),
});

/** State of the data process and its file; decides which screen the window shows. */
export const session = z.object({
  state: z.enum(['none', 'locked', 'opening', 'ready', 'failed']),
  practice: z.boolean(),
  town: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** `seesSensitive`: may open sensitive ledgers; the window then offers them at all. */
  user: z.object({ id: z.string(), name: z.string(), seesSensitive: z.boolean() }),
  file: z.string().nullable(),
  /** Set in state `failed`: kind of `OpenFailureKind`, and the backups that could be restored. */
  failure: z
    .object({ kind: z.string(), details: z.record(z.string(), z.unknown()), backups: z.array(backup) })
    .nullable(),
  /** Noticed while opening; shown until dismissed. */
  notices: z.array(z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })),
  /** The open practice town when it was drawn so long ago that most of what is open is late; until dismissed. */
  agedPractice: practiceTown.nullable(),
  pending: z.int(),
  lastBackup: z.string().nullable(),
  /** Job that is preparing the file (what an update asks of it, practice town, restore), if any. */
  job: z.string().nullable(),
});

/** Parts of writing a package, and taking one in. */
export const exchangePhase = z.enum(['packing', 'writing', 'flushing', 'reading-back', 'taking-in']);
/** What a file may need before it is open: `OpeningPhase` of the store. */
export const openingPhase = z.enum([
  'restoring-lists',
  'backing-up',
  'counting',
  'upgrading',
  'checking',
  'indexing',
  'absorbing',
  'following',
]);

/** A long job as seen from the window; also the payload of topic `job`. */
export const job = z.object({
  id,
  kind: z.enum([
    'opening',
    'practice',
    'import',
    'dry-run',
    'undo-batch',
    'export',
    'check',
    'batch-change',
    'restore',
    'package-export',
    'take-in',
    'answer',
    'duty-plan',
    'form',
    'deadlines',
    'figures',
  ]),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: z.number(),
  /** 0 = not yet known. */
  total: z.number(),
  /** What it is at, where its work has several parts with a measure of their own; else `null`. */
  phase: z.enum([...exchangePhase.options, ...openingPhase.options]).nullable(),
  startedAt: z.string(),
  /** Result of the job's kind once done (counts, file written, findings). */
  result: z.record(z.string(), z.unknown()).nullable(),
  failure: z
    .object({ code: z.string(), kind: z.string(), details: z.record(z.string(), z.unknown()) })
    .nullable(),
});

/** Column of a sheet with what it was matched to. */
export const sheetColumn = z.object({
  index: z.int(),
  header: z.string(),
  field: z.string().nullable(),
  samples: z.array(z.string()),
});
const importError = z.object({
  row: z.int(),
  column: z.string(),
  field: z.string().nullable(),
  value: z.string(),
  code: z.string(),
  reason: z.string(),
});
export const importResult = z.object({
  batch: z.string(),
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  /** The first 500; all are in the workbook of failures. */
  errors: z.array(importError),
});

/** Sizes of paper documents are made for. */
export const paper = z.enum(['A4', 'A3']);
/** What stands below each page: `line` footer and page x of y, `pages` page x of y, `number` — 1 —, `none` nothing. */
export const pageFoot = z.enum(['line', 'pages', 'number', 'none']);
export const documentId = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);
/** A document ready to be laid out. */
export const document = z.object({
  title: z.string(),
  html: z.string(),
  landscape: z.boolean(),
  footer: z.string(),
  foot: pageFoot,
});
