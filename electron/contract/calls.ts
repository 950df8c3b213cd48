import { z } from 'zod';
import { dbhost, main, type Place } from './call.ts';
import { dayCalls } from './day-calls.ts';
import { deadlineCalls } from './deadline-calls.ts';
import { documentCalls } from './document-calls.ts';
import { dutyCalls, dutyProgress } from './duty-calls.ts';
import { dutyPaperCalls } from './duty-paper-calls.ts';
import { formCalls } from './form-calls.ts';
import { exchangeCalls } from './exchange-calls.ts';
import { inspectionCalls } from './inspection-calls.ts';
import { figureCalls } from './figure-calls.ts';
import { lookCalls } from './look-calls.ts';
import { reckoningCalls } from './reckoning-calls.ts';
import { rewardCalls } from './reward-calls.ts';
import * as s from './shapes.ts';
import { sheetCalls } from './sheet-calls.ts';
import { workflowCalls } from './workflow-calls.ts';

export type { FileUse, Place } from './call.ts';

/** A page, a save or a search that takes longer than this is stuck. */
export const defaultTimeLimit_ms = 30_000;

const none = z.strictObject({});
const jobRef = z.object({ job: s.id });
const written = z.object({ id: s.id, version: z.int(), change: z.string().nullable() });
/** Fields emptied on purpose: a `null` for a value withheld from the caller means "not touched" without it. */
const emptied = z.array(s.fieldName).max(200);

/**
 * Every call between window, broker and data process: name → where it is answered, input, output.
 * Inputs are validated where they arrive; expected refusals come back as `Failure` (see failure.ts).
 */
export const calls = {
  // ── session ──────────────────────────────────────────────────────────────────────────────────────────────
  'session.status': dbhost(none, s.session),
  /** What time it is for the program, which is not the computer's where `ZW_NOW` sets it. */
  'session.clock': dbhost(none, z.object({ now: z.iso.datetime() })),
  /** Offices a file can be made for: the city and its towns; with `within`, the villages of a town. */
  'session.towns': dbhost(
    z.strictObject({ within: z.string().max(12).optional() }),
    z.array(z.object({ code: z.string(), name: z.string(), level: z.enum(['city', 'town', 'village']) })),
  ),
  /** `town`: code of the town, village or city (12 digits; 9 for a town) the file is for. */
  'session.create': dbhost(
    z.strictObject({ town: z.string().max(12), passphrase: z.string().min(10).max(200) }),
    s.session,
    { timeout_ms: 60_000 },
  ),
  /** A file that is put in order first, as after an update of the program, answers `opening` with the job that tells how far it is. */
  'session.unlock': dbhost(z.strictObject({ passphrase: z.string().max(200) }), s.session, {
    timeout_ms: 120_000,
  }),
  'session.lock': dbhost(none, s.session),
  /**
   * `kept`: which practice town that is there is opened as it is, `same` (one of this size) unless said otherwise. A town of
   * another size in which something was entered is refused as `practice-in-use` with its people, day and entries; `none`
   * makes a new one in any case.
   */
  'session.openPractice': dbhost(
    z.strictObject({
      people: z.int().min(1000).max(1_200_000),
      seed: z.int(),
      kept: z.enum(['any', 'same', 'none']).optional(),
    }),
    s.session,
  ),
  'session.restore': dbhost(z.strictObject({ backup: z.string().max(4096) }), s.session, {
    timeout_ms: 120_000,
  }),
  'session.dismiss': dbhost(none, s.session),

  // ── records ──────────────────────────────────────────────────────────────────────────────────────────────
  'record.page': dbhost(
    z.strictObject({
      ledger: s.ledgerId,
      where: s.where,
      sort: s.sortKey.optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(500),
      fields: z.array(s.fieldName).max(100).optional(),
    }),
    z.object({ rows: z.array(s.pageRow), next: z.string().nullable() }),
  ),
  'record.total': dbhost(
    z.strictObject({ ledger: s.ledgerId, where: s.where }),
    z.object({ total: z.int(), exact: z.boolean() }),
  ),
  'record.get': dbhost(z.strictObject({ ledger: s.ledgerId, id: s.id }), s.storedRecord.nullable()),
  /** One withheld value in full; the look is written to the log. */
  'record.reveal': dbhost(
    z.strictObject({ ledger: s.ledgerId, id: s.id, field: s.fieldName }),
    z.object({ value: s.value, text: z.string() }),
  ),
  /** Creates when `base` is 0. A conflict answers failure `conflict` with `details.fields`. */
  'record.save': dbhost(
    z.strictObject({
      writeId: s.id,
      ledger: s.ledgerId,
      id: s.id,
      base: z.int().min(0),
      values: s.values,
      emptied: emptied.optional(),
    }),
    written,
  ),
  'record.remove': dbhost(
    z.strictObject({
      writeId: s.id,
      ledger: s.ledgerId,
      id: s.id,
      base: z.int().min(0),
      reason: z.string().min(1).max(200),
    }),
    written,
  ),
  'record.restore': dbhost(z.strictObject({ writeId: s.id, ledger: s.ledgerId, id: s.id }), written),
  'record.check': dbhost(
    z.strictObject({
      ledger: s.ledgerId,
      id: s.id.nullable(),
      values: s.values,
      emptied: emptied.optional(),
    }),
    z.object({
      findings: z.array(s.finding),
      filled: z.record(z.string(), s.value),
      duplicates: z.array(s.recordTitle.extend({ fields: z.array(z.string()) })),
    }),
  ),
  'record.related': dbhost(
    z.strictObject({ ledger: s.ledgerId, id: s.id }),
    z.array(z.object({ ledger: s.ledgerId, field: s.fieldName, total: z.int(), rows: z.array(s.pageRow) })),
  ),
  'record.history': dbhost(z.strictObject({ ledger: s.ledgerId, id: s.id }), z.array(s.changeRecord)),
  'record.suggest': dbhost(
    z.strictObject({ ledger: s.ledgerId, field: s.fieldName, text: z.string().max(200) }),
    z.array(z.string()),
  ),
  'record.options': dbhost(
    z.strictObject({ ledger: s.ledgerId, text: z.string().max(200), limit: z.int().min(1).max(50) }),
    z.array(s.recordTitle),
  ),
  /** What was written together with the change (a move) goes back with it. */
  'change.undo': dbhost(
    z.strictObject({ writeId: s.id, change: s.id }),
    written.extend({ ledger: s.ledgerId }),
  ),

  // ── workflows ────────────────────────────────────────────────────────────────────────────────────────────
  ...workflowCalls,

  // ── intervals ────────────────────────────────────────────────────────────────────────────────────────────
  /** Intervals of a subject without an end, oldest first. */
  'interval.open': dbhost(
    z.strictObject({ ledger: s.ledgerId, subject: s.id }),
    z.array(z.object({ id: s.id, version: z.int(), from: z.string(), place: z.string() })),
  ),
  /** What a move would do; nothing is written. */
  'interval.look': dbhost(
    s.move,
    z.object({
      findings: z.array(s.finding),
      filled: z.record(z.string(), s.value),
      sentence: z.string(),
      subject: z.array(z.object({ field: s.fieldName, old: z.string(), now: z.string() })),
    }),
  ),
  /** Closes, opens and corrects in one write; `change` names it for `change.undo`. */
  'interval.move': dbhost(
    s.move.extend({ writeId: s.id, newId: s.id }),
    z.object({ records: z.array(written.extend({ ledger: s.ledgerId })), change: z.string().nullable() }),
  ),

  // ── batch change ─────────────────────────────────────────────────────────────────────────────────────────
  'batch.preview': dbhost(
    z.strictObject({ ledger: s.ledgerId, selection: s.selection, values: s.values }),
    z.object({
      count: z.int(),
      /** Rows really looked at: `unchanged` and `blocked` speak of these; the rest is checked while it is written. */
      checked: z.int(),
      unchanged: z.int(),
      blocked: z.array(z.object({ id: s.id, title: z.string(), reason: z.string() })),
      sample: z.array(
        z.object({
          id: s.id,
          title: z.string(),
          texts: z.record(z.string(), z.tuple([z.string(), z.string()])),
        }),
      ),
    }),
    { timeout_ms: 60_000 },
  ),
  'batch.apply': dbhost(
    z.strictObject({ batch: s.id, ledger: s.ledgerId, selection: s.selection, values: s.values }),
    jobRef,
  ),
  'batch.list': dbhost(
    none,
    z.array(
      z.object({
        id: s.id,
        kind: z.enum(['import', 'batch-change']),
        ledger: s.ledgerId,
        label: z.string(),
        startedAt: z.string(),
        finishedAt: z.string().nullable(),
        undoneAt: z.string().nullable(),
        /** True when the work was cut off and can be resumed. */
        resumable: z.boolean(),
        counts: z.record(z.string(), z.number()),
      }),
    ),
  ),
  'batch.undo': dbhost(z.strictObject({ batch: s.id }), jobRef),

  // ── search, codes, preferences ───────────────────────────────────────────────────────────────────────────
  'search.find': dbhost(
    z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(200) }),
    z.object({
      hits: z.array(s.recordTitle.extend({ matched: z.string() })),
      more: z.array(s.ledgerId),
      ms: z.number(),
    }),
  ),
  'code.list': dbhost(
    none,
    z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        standard: z.string(),
        confidence: z.enum(['high', 'medium', 'low']),
        editable: z.boolean(),
        items: z.array(s.codeItem),
      }),
    ),
  ),
  'code.save': dbhost(
    z.strictObject({ writeId: s.id, table: z.string().max(60), items: z.array(s.codeItem).max(2000) }),
    none,
  ),
  'preference.get': dbhost(z.strictObject({ key: z.string().max(200) }), z.object({ value: z.unknown() })),
  /** Shipped records of a ledger (现成检查表, 表决规则) that are not here yet. */
  'ready.list': dbhost(
    z.strictObject({ ledger: s.ledgerId }),
    z.array(z.object({ id: s.id, label: z.string() })),
  ),
  /** Takes a shipped record over, with its parts. */
  'ready.add': dbhost(
    z.strictObject({ writeId: s.id, ledger: s.ledgerId, ready: s.id }),
    z.object({ id: s.id }),
  ),
  /** Leaving `value` out forgets the key. Values are small JSON: views, drafts, mappings, language. */
  'preference.set': dbhost(z.strictObject({ key: z.string().max(200), value: z.unknown().optional() }), none),
  'preference.list': dbhost(
    z.strictObject({ prefix: z.string().max(200) }),
    z.array(z.object({ key: z.string(), value: z.unknown() })),
  ),

  // ── jobs ─────────────────────────────────────────────────────────────────────────────────────────────────
  'job.get': dbhost(z.strictObject({ job: s.id }), s.job.nullable()),
  'job.list': dbhost(none, z.array(s.job)),
  'job.cancel': dbhost(z.strictObject({ job: s.id }), none),

  // ── attachments, care of the file ────────────────────────────────────────────────────────────────────────
  'attachment.add': dbhost(
    z.strictObject({ file: s.fileToken }),
    z.object({ hash: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() }),
    { files: { file: 'read' } },
  ),
  'attachment.read': dbhost(
    z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    z.object({ name: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array) }),
  ),
  /** Writes an attachment as it is to a chosen file. */
  'attachment.save': dbhost(
    z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), file: s.fileToken }),
    none,
    { files: { file: 'write' } },
  ),
  'store.check': dbhost(none, jobRef),
  'store.backup': dbhost(none, s.backup, { timeout_ms: 300_000 }),
  'store.backups': dbhost(none, z.array(s.backup)),
  'store.saveSqlcipherCopy': dbhost(
    z.strictObject({ file: s.fileToken, passphrase: z.string().min(10).max(200) }),
    none,
    { files: { file: 'write' }, timeout_ms: 600_000 },
  ),

  ...sheetCalls,
  ...documentCalls,
  ...dayCalls,
  ...deadlineCalls,
  ...exchangeCalls,
  ...formCalls,
  ...dutyCalls,
  ...dutyPaperCalls,
  ...inspectionCalls,
  ...figureCalls,
  ...rewardCalls,
  ...lookCalls,
  ...reckoningCalls,

  // ── answered by the broker ───────────────────────────────────────────────────────────────────────────────
  /** `null` = the user closed the dialog. Paths never reach the page, tokens do. */
  'file.open': main(
    z.strictObject({ filter: z.enum(['sheet', 'image', 'form', 'any']) }),
    z.object({ token: s.fileToken, name: z.string(), bytes: z.number() }).nullable(),
    { timeout_ms: 3_600_000 },
  ),
  'file.save': main(
    z.strictObject({
      name: z.string().max(200),
      filter: z.enum(['xlsx', 'csv', 'pdf', 'db', 'ics', 'docx', 'zip', 'jpg', 'png']),
    }),
    z.object({ token: s.fileToken, name: z.string() }).nullable(),
    { timeout_ms: 3_600_000 },
  ),
  /** Shows a saved file in the system's file window. */
  'file.reveal': main(z.strictObject({ token: s.fileToken }), none),
  /** Lays a document out and makes the PDF that is both preview and print. */
  'print.pdf': main(
    z.strictObject({
      title: z.string().max(200),
      html: z.string().max(50_000_000),
      landscape: z.boolean(),
      paper: s.paper.optional(),
      /** Stands below each page, beside its number. Absent: title and time. */
      footer: z.string().max(300).optional(),
      foot: s.pageFoot.optional(),
      /** Its parts name their pages: see `electron/main/printing/page-numbers.ts`. */
      numbered: z.boolean().optional(),
    }),
    z.object({
      token: s.fileToken,
      bytes: z.instanceof(Uint8Array),
      pages: z.int(),
      /** Characters that no font of this computer holds: boxes stand in their place. */
      missing: z.array(z.string()),
    }),
    { timeout_ms: 120_000 },
  ),
  'print.send': main(z.strictObject({ token: s.fileToken }), none, { timeout_ms: 600_000 }),
  'print.save': main(z.strictObject({ token: s.fileToken, file: s.fileToken }), none, {
    files: { file: 'write' },
  }),
  'app.language': main(z.strictObject({ language: s.language }), none),
  'app.info': main(none, z.object({ version: z.string(), runtime: z.string(), practice: z.boolean() })),
} as const;

/** Events pushed to the window. */
export const topics = {
  /** Records that changed; lists and pages showing them ask again. Empty `ids` = the whole ledger. */
  changed: z.object({ ledger: s.ledgerId, ids: z.array(s.id) }),
  job: s.job,
  session: s.session,
  duty: dutyProgress,
  /** The data process ended without being asked; `restarting` or given up. */
  host: z.object({ state: z.enum(['up', 'restarting', 'given-up']) }),
} as const;

export type Language = z.infer<typeof s.language>;
export type CallName = keyof typeof calls;
export type TopicName = keyof typeof topics;
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>;
export type Output<N extends CallName> = z.output<(typeof calls)[N]['output']>;
export type Payload<N extends TopicName> = z.output<(typeof topics)[N]>;
/** Names of the calls answered at one place. */
export type CallsAt<P extends Place> = {
  [N in CallName]: (typeof calls)[N]['at'] extends P ? N : never;
}[CallName];
