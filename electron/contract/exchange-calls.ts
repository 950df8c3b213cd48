import { z } from 'zod';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

const none = z.strictObject({});
const jobRef = z.object({ job: s.id });
const node = z.string().min(1).max(32);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** A drive as the data process lists it; the page never sees a path. */
const driveId = z.string().min(1).max(200);
/** Why something was refused: a code of the closed lists, and the sentence in the caller's language. */
const problem = z.object({ code: z.string(), text: z.string() });
const party = z.object({ node, unit: z.string(), name: z.string() });
const ranges = z.array(z.tuple([z.int(), z.int()]));

/** Another office this one exchanges packages with. */
const peer = party.extend({
  role: z.enum(['parent', 'child']),
  /** Twenty digits in groups of four, to be compared by telephone when the two first meet. */
  fingerprint: z.string(),
  isRevoked: z.boolean(),
  /** Parent: records not yet written for it, written but unanswered, sent back. Child: changes of ours and of our parent. */
  pending: z.int(),
  carried: z.int(),
  returned: z.int(),
  lastSentAt: z.string().nullable(),
  lastReceiptAt: z.string().nullable(),
  lastReceivedAt: z.string().nullable(),
  /** Rounds of the peer held here, and those known to be missing. */
  holds: ranges,
  missing: z.array(z.int()),
  /** Set when two living copies of the peer's file have been at work. */
  forkedAt: z.string().nullable(),
});

const drive = z.object({
  id: driveId,
  label: z.string(),
  freeBytes: z.number(),
  totalBytes: z.number(),
  fileSystem: z.string(),
  isReadOnly: z.boolean(),
  /** Number given to the stick in the register; `null` when it is not registered. */
  stick: z.string().nullable(),
});

/** A package written here. */
const sent = z.object({
  digest,
  peer: node,
  peerName: z.string(),
  kind: z.enum(['increment', 'give-back', 'receipt']),
  number: z.int(),
  from: z.int(),
  file: z.string(),
  bytes: z.number(),
  counts: z.record(z.string(), z.int()),
  at: z.string(),
  by: z.string(),
  approvedBy: z.string(),
  stick: z.string(),
  verified: z.enum(['uncached', 'cached']),
  state: z.enum(['carried', 'phoned', 'held', 'acknowledged', 'lost']),
  stateAt: z.string(),
  /** The last working day a receipt may come without being late (three working days), `null` when none is waited for. */
  dueDay: z.string().nullable(),
  /** True when that day is over. */
  isOverdue: z.boolean(),
});

const received = z.object({
  digest,
  peer: node,
  peerName: z.string(),
  number: z.int(),
  from: z.int(),
  at: z.string(),
  state: z.enum(['applying', 'applied', 'held']),
  accepted: z.int(),
  changed: z.int(),
  returned: z.int(),
  conflicts: z.int(),
});

/** A file of the exchange found on a drive. */
const found = z.object({
  file: z.string().max(255),
  kind: z.enum(['increment', 'give-back', 'receipt', 'card', 'request', 'certificate', 'unreadable']),
  sender: z.string(),
  /** Round of a package; `null` for other files. */
  number: z.int().nullable(),
  writtenAt: z.string().nullable(),
  bytes: z.number(),
  state: z.enum(['new', 'taken', 'not-for-us']),
  /** Set for cards and requests: to be compared by telephone before they are accepted. */
  fingerprint: z.string().nullable(),
  /** Why a file is unreadable, as a sentence. */
  problem: problem.nullable(),
});

/** Result of job `package-export`; its failures are `exchange` with `details.text`, the sentence. */
export const exportResult = z.object({
  digest,
  kind: z.enum(['increment', 'give-back', 'receipt']),
  file: z.string(),
  bytes: z.number(),
  number: z.int(),
  from: z.int(),
  counts: z.record(z.string(), z.int()),
  /** `cached`: the system would not read past its memory, and the screen must say so. */
  verified: z.enum(['uncached', 'cached']),
  /** Attachments that had no room and travel with the next package. */
  leftOut: z.int(),
  isSafeToRemove: z.literal(true),
});

/** What became of one file of `exchange.takeIn`. */
export const takenFile = z.object({
  file: z.string(),
  kind: z.enum(['increment', 'give-back', 'receipt', 'card', 'request', 'certificate', 'unreadable']),
  /**
   * `applied`, `repeated` (nothing changed), `held` (earlier rounds are `missing`), `fork` (applied, but a copy of the
   * sender is at work), `accepted` (cards, requests, certificates), `refused` (`problem`), `skipped` (cancelled before).
   */
  status: z.enum(['applied', 'repeated', 'held', 'fork', 'accepted', 'refused', 'skipped']),
  sender: z.string(),
  from: z.int().nullable(),
  number: z.int().nullable(),
  accepted: z.int(),
  changed: z.int(),
  returned: z.int(),
  conflicts: z.int(),
  duplicates: z.int(),
  /** Answers of the office above entered as steps of their cases, and those that did not fit. */
  entered: z.int(),
  unfit: z.int(),
  missing: ranges,
  /** The sender was restored from a backup; what it lacks goes back with the next answer. */
  isRestored: z.boolean(),
  /** Of a receipt: a copy of this file is at work; this file is older than it was; the receiver was restored. */
  alarm: z.enum(['copy', 'restored', 'receiver-restored']).nullable(),
  /** Packages that had waited for this one and were taken in behind it, by number. */
  released: z.array(z.int()),
  /** File written onto the same drive: the request for a card, the certificate for a request. */
  wrote: z.string().nullable(),
  problem: problem.nullable(),
});

/** Result of job `take-in`. */
export const takeInResult = z.object({ files: z.array(takenFile) });

/** Result of job `answer`: the receipt, its code for the telephone, and what went down. */
export const answerResult = z.object({
  receipt: exportResult,
  code: z.string().nullable(),
  down: exportResult.nullable(),
});

const side = z.object({ text: z.string(), author: z.string(), at: z.string(), unit: z.string() });
/** A record, or a code of a code table (`ledger` is then `$codes`). */
const anyTitle = s.recordTitle.extend({ ledger: z.string().max(64), id: z.string().max(200) });
/**
 * A field changed on both sides; `stands` is the value that won. For `removal` the texts are the reason of the removal and
 * the fields changed; choosing `other` brings the record back or leaves it removed.
 */
const conflict = z.object({
  id: s.id,
  kind: z.enum(['field', 'removal']),
  record: anyTitle,
  field: z.string().nullable(),
  label: z.string(),
  stands: side,
  other: side,
  foundAt: z.string(),
  /** `elsewhere`: settled on another node. */
  state: z.enum(['open', 'settled', 'elsewhere']),
  settledBy: z.string(),
});

/** Two records of the same real thing, the older one first. */
const twin = z.object({
  id: s.id,
  records: z.tuple([s.recordTitle, s.recordTitle]),
  differences: z.array(
    z.object({ field: z.string(), label: z.string(), texts: z.tuple([z.string(), z.string()]) }),
  ),
  foundAt: z.string(),
  state: z.enum(['open', 'merged']),
  /** What their common number is called, where two offices gave it and it can be given anew; else `null`. */
  number: z.string().nullable(),
});

const returnedRow = z.object({
  record: anyTitle,
  field: z.string().nullable(),
  label: z.string(),
  /** The sentence. */
  reason: z.string(),
  at: z.string(),
});

/** Calls of the exchange between offices: packages, receipts, conflicts, records standing twice, sticks, keys. */
export const exchangeCalls = {
  'exchange.overview': dbhost(
    none,
    z.object({
      self: party
        .extend({
          role: z.enum(['village', 'town', 'city']),
          fingerprint: z.string(),
          /** Its keys were changed, and the parent's certificate for the new ones has not come. */
          isRenewing: z.boolean(),
        })
        .nullable(),
      /** Level of the office the file is for, also before it has keys (`self`). */
      role: z.enum(['village', 'town', 'city']),
      isPractice: z.boolean(),
      /** `none`: no card of the parent; `requested`: its certificate has not come; `enrolled`: ready. */
      enrolment: z.enum(['none', 'requested', 'enrolled']),
      peers: z.array(peer),
      conflicts: z.int(),
      twins: z.int(),
      /** Rows sent back to this office, and rows of others that wait here. */
      returned: z.int(),
      waiting: z.int(),
      overdue: z.int(),
      /** False when some day of the reckoning is in a year whose holidays were not announced: only weekends count then. */
      isCalendarKnown: z.boolean(),
    }),
  ),
  'exchange.drives': dbhost(none, z.array(drive)),
  /** What would leave now. */
  'exchange.preview': dbhost(
    z.strictObject({ peer: node, onlyNew: z.boolean() }),
    z.object({
      from: z.int(),
      to: z.int(),
      ledgers: z.array(
        z.object({
          ledger: z.string(),
          label: z.string(),
          created: z.int(),
          changed: z.int(),
          removed: z.int(),
          invalid: z.int(),
          isSensitive: z.boolean(),
        }),
      ),
      attachments: z.int(),
      attachmentBytes: z.number(),
      samples: z.array(s.recordTitle),
    }),
    { timeout_ms: 120_000 },
  ),
  'exchange.export': dbhost(
    z.strictObject({
      peer: node,
      drive: driveId,
      onlyNew: z.boolean(),
      sensitive: z.boolean(),
      approvedBy: z.string().max(50),
    }),
    jobRef,
  ),
  'exchange.sent': dbhost(none, z.array(sent)),
  'exchange.received': dbhost(none, z.array(received)),
  /** The stick is lost: logged; what it carried goes with the next package. */
  'exchange.markLost': dbhost(z.strictObject({ digest }), none),
  /** The peer read its short code over the telephone; never more than a note (nothing is dropped on its strength). */
  'exchange.confirmByPhone': dbhost(
    z.strictObject({ digest, code: z.string().max(40) }),
    z.object({ ok: z.boolean() }),
  ),
  /** The code to read out for the newest package of a peer. */
  'exchange.phoneCode': dbhost(z.strictObject({ digest }), z.object({ code: z.string() })),
  /** Hand-over slip (交接单) of a package. */
  'exchange.slip': dbhost(z.strictObject({ digest }), z.object({ title: z.string(), html: z.string() })),
  'exchange.scan': dbhost(z.strictObject({ drive: driveId }), z.array(found), { timeout_ms: 120_000 }),
  /** Takes in packages, receipts, cards, requests and certificates, in the order they need. */
  'exchange.takeIn': dbhost(
    z.strictObject({ drive: driveId, files: z.array(z.string().min(1).max(255)).min(1).max(500) }),
    jobRef,
  ),
  /** Writes the receipt for a child, and what goes down to it. */
  'exchange.answer': dbhost(z.strictObject({ child: node, drive: driveId }), jobRef),
  /** Writes this office's card (for offices below it) or its enrolment request (for the parent). */
  'exchange.writeCard': dbhost(
    z.strictObject({ drive: driveId, what: z.enum(['card', 'request']) }),
    z.object({ file: z.string(), fingerprint: z.string() }),
  ),
  /**
   * Changes this office's keys and writes the request for their certificate. After a stick that failed it is called again:
   * keys that wait for a certificate stay. Without a drive nothing is written, as at a city, which certifies itself.
   */
  'exchange.rotate': dbhost(
    z.strictObject({ drive: driveId.nullable() }),
    z.object({ file: z.string().nullable(), fingerprint: z.string() }),
  ),
  'exchange.revoke': dbhost(z.strictObject({ node, reason: z.string().min(1).max(200) }), none),
  /** Gives a stick its number in the register. */
  'exchange.registerStick': dbhost(
    z.strictObject({ drive: driveId, stick: z.string().trim().min(1).max(40) }),
    none,
  ),
  'exchange.sticks': dbhost(
    none,
    z.array(
      z.object({
        stick: z.string(),
        bytes: z.number().nullable(),
        registeredAt: z.string(),
        registeredBy: z.string(),
        usedAt: z.string().nullable(),
        state: z.enum(['in-use', 'lost', 'retired']),
        note: z.string(),
      }),
    ),
  ),

  'conflict.list': dbhost(z.strictObject({ settled: z.boolean() }), z.array(conflict)),
  /** `stands`, `other`, or a third value typed by the user. */
  'conflict.resolve': dbhost(
    z.strictObject({
      writeId: s.id,
      id: s.id,
      choice: z.enum(['stands', 'other', 'typed']),
      value: s.value.optional(),
    }),
    none,
  ),
  'twin.list': dbhost(none, z.array(twin)),
  'twin.merge': dbhost(
    z.strictObject({ writeId: s.id, id: s.id, keep: s.id }),
    z.object({ moved: z.int() }),
    { timeout_ms: 60_000 },
  ),
  /** Takes a merge back, also one that was made in another office. */
  'twin.part': dbhost(z.strictObject({ writeId: s.id, id: s.id }), none, { timeout_ms: 60_000 }),
  /** Two things to which two offices gave one number: the one registered later gets the next, which is told. */
  'twin.renumber': dbhost(
    z.strictObject({ writeId: s.id, id: s.id }),
    z.object({ number: z.string(), change: z.string().nullable() }),
  ),
  'twin.keepApart': dbhost(z.strictObject({ id: s.id }), none),
  /** Rows the parent sent back. */
  'returned.list': dbhost(none, z.array(returnedRow)),
  /** Our records the parent also has from another office. */
  'returned.duplicates': dbhost(none, z.array(z.object({ record: anyTitle, otherUnit: z.string() }))),
  /** Rows of other offices that wait here because something is wrong with them. */
  'returned.waiting': dbhost(none, z.array(returnedRow.extend({ sender: z.string() }))),
  /** Tries the rows that wait again, after codes or linked records were added here. */
  'returned.retry': dbhost(none, z.object({ taken: z.int(), left: z.int() }), { timeout_ms: 60_000 }),
  /** How far each record has come on its way to the parent. */
  'record.states': dbhost(
    z.strictObject({ ledger: s.ledgerId, ids: z.array(s.id).max(500) }),
    z.record(
      s.id,
      z.object({
        state: z.enum(['pending', 'carried', 'received', 'accepted', 'returned']),
        field: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  ),
} as const;
