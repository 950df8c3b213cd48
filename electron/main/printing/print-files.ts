import { readFile, writeFile } from 'node:fs/promises';
import { app, session } from 'electron';
import { z } from 'zod';
import { language, pageFoot, paper } from '../../contract/shapes.ts';
import { guardSession } from '../windows/guard.ts';
import { countPages } from './paper.ts';
import { createPrinter } from './printer.ts';

/** Documents to lay out into files, as `zw` writes them down. */
const request = z.strictObject({
  language,
  /** Moment printed below each page, ISO. */
  now: z.iso.datetime(),
  documents: z.array(
    z.strictObject({
      title: z.string(),
      html: z.string(),
      landscape: z.boolean(),
      paper,
      footer: z.string().optional(),
      foot: pageFoot.optional(),
      numbered: z.boolean().optional(),
      /** Absolute path of the PDF. */
      out: z.string(),
    }),
  ),
});

/**
 * Makes the PDFs of a request with the layout engine of the window, but without one; prints `[{out, pages, missing}]` on stdout and
 * ends the program, with 1 when something went wrong.
 */
export async function runPrinting(file: string): Promise<void> {
  try {
    const wanted = request.parse(JSON.parse(await readFile(file, 'utf8')));
    const paperSession = session.fromPartition('paper');
    guardSession(paperSession);
    const printer = createPrinter(paperSession, () => new Date(wanted.now));
    // Electron ends when the last of its windows closes, and each document has one of its own.
    app.on('window-all-closed', () => undefined);
    const made: { out: string; pages: number; missing: readonly string[] }[] = [];
    for (const { out, ...document } of wanted.documents) {
      const { pdf, missing } = await printer.pdf(document, wanted.language);
      await writeFile(out, pdf);
      made.push({ out, pages: countPages(pdf), missing });
    }
    process.stdout.write(`${JSON.stringify(made)}\n`, () => {
      app.exit(0);
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`, () => {
      app.exit(1);
    });
  }
}
