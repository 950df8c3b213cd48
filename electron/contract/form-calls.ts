import { z } from 'zod';
import { formKinds, formPlacesShape } from '../../db/model/forms/form-mapping.ts';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

/** Forms of superior offices: looked at, marked, kept (by `record.save` of the ledger `form_template`), filled. */

const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A file as it is shown to be clicked; `at` names a place in the marks of a form. */
const paragraph = z.object({ at: z.string(), text: z.string() });
const view = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('xlsx'),
    sheets: z.array(
      z.object({
        name: z.string(),
        /** In characters; 0 = hidden. */
        widths: z.array(z.number()),
        rows: z.array(
          z.object({
            number: z.int(),
            cells: z.array(
              z.object({
                at: z.string(),
                text: z.string(),
                columns: z.int(),
                rows: z.int(),
                isFormula: z.boolean(),
              }),
            ),
          }),
        ),
        isCut: z.boolean(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('docx'),
    parts: z.array(
      z.object({
        place: z.enum(['header', 'body', 'footer']),
        blocks: z.array(
          z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('paragraph'), paragraph }),
            z.object({
              kind: z.literal('table'),
              rows: z.array(
                z.object({
                  cells: z.array(z.object({ columns: z.int(), paragraphs: z.array(paragraph) })),
                }),
              ),
            }),
          ]),
        ),
      }),
    ),
  }),
]);

export const formCalls = {
  /** Takes a file in: judged, kept beside the database, shown. `hash` goes into the form's record. */
  'form.look': dbhost(z.strictObject({ file: s.fileToken }), z.object({ hash, name: z.string(), view }), {
    files: { file: 'read' },
    timeout_ms: 60_000,
  }),
  /** The file of a kept form. */
  'form.view': dbhost(z.strictObject({ hash }), z.object({ name: z.string(), view }), { timeout_ms: 60_000 }),
  /** Looks up every mark before a form is kept; nothing is filled while one is wrong. */
  'form.check': dbhost(
    z.strictObject({ ledger: s.ledgerId, kind: z.enum(formKinds), hash, places: formPlacesShape }),
    z.object({ marks: z.int(), problems: z.array(z.object({ at: z.string(), text: z.string() })) }),
    { timeout_ms: 60_000 },
  ),
  /** Kept forms, of one ledger where named, by name. */
  'form.list': dbhost(
    z.strictObject({ ledger: s.ledgerId.optional() }),
    z.array(
      z.object({
        id: s.id,
        version: z.int(),
        name: z.string(),
        ledger: s.ledgerId,
        kind: z.enum(formKinds),
        issuer: z.string(),
        frequency: z.string(),
        /** `xlsx` or `docx`, by the name of the file. */
        fileKind: z.enum(['xlsx', 'docx']),
        fileName: z.string(),
      }),
    ),
  ),
  /**
   * Fills a form with one record, named records, or what a filter finds, into a new file. A job; its result is `rows` and
   * `file`. A wrong mark fails it with `details.problems`.
   */
  'form.fill': dbhost(
    z.strictObject({
      form: s.id,
      selection: z.union([
        z.strictObject({ ids: z.array(s.id).min(1).max(10_000) }),
        z.strictObject({ where: s.where, sort: s.sortKey.optional() }),
      ]),
      /** Of a form for one record: a zip with one file for each of the records. */
      each: z.boolean().optional(),
      file: s.fileToken,
    }),
    z.object({ job: s.id }),
    { files: { file: 'write' } },
  ),
} as const;
