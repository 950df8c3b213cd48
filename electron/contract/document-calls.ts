import { z } from 'zod';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

/** Records, lists and statutory documents as pages to print. */
export const documentCalls = {
  'document.record': dbhost(
    z.strictObject({ ledger: s.ledgerId, id: s.id }),
    z.object({ title: z.string(), html: z.string() }),
  ),
  'document.list': dbhost(
    z.strictObject({
      ledger: s.ledgerId,
      where: s.where,
      sort: s.sortKey.optional(),
      ids: z.array(s.id).max(10_000).optional(),
      fields: z.array(s.fieldName).min(1).max(40),
    }),
    z.object({ title: z.string(), html: z.string(), landscape: z.boolean() }),
    { timeout_ms: 60_000 },
  ),
  /** Statutory documents a record can be printed as, beside its card. */
  'document.kinds': dbhost(
    z.strictObject({ ledger: s.ledgerId, id: s.id }),
    z.array(
      z.object({
        id: s.documentId,
        label: z.string(),
        source: z.string(),
        /** `dossier`: the whole file of a case, asked for by `document.dossier`. */
        kind: z.enum(['document', 'dossier']),
        /** False while facts are missing that it speaks of; it prints with blanks. */
        isReady: z.boolean(),
        /** Whether `document.workbook` writes it. */
        hasWorkbook: z.boolean(),
        /** Required parts of a dossier that are not there. */
        missing: z.array(z.string()),
      }),
    ),
  ),
  /** With `full`, numbers and telephones are printed in full, and that they were is written to the log. */
  'document.statutory': dbhost(
    z.strictObject({ ledger: s.ledgerId, id: s.id, document: s.documentId, full: z.boolean().optional() }),
    s.document,
  ),
  /** A statutory document as an Excel workbook in the layout of the form. */
  'document.workbook': dbhost(
    z.strictObject({ ledger: s.ledgerId, id: s.id, document: s.documentId, file: s.fileToken }),
    z.object({ sheets: z.int() }),
    { files: { file: 'write' }, timeout_ms: 120_000 },
  ),
  /** The whole file of a case: cover, contents, every paper in its order, back cover. */
  'document.dossier': dbhost(
    z.strictObject({ ledger: s.ledgerId, id: s.id, full: z.boolean().optional() }),
    s.document.extend({
      numbered: z.literal(true),
      items: z.array(z.object({ label: z.string(), state: z.enum(['ready', 'missing', 'absent']) })),
    }),
    { timeout_ms: 60_000 },
  ),
} as const;
