import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { PageFoot } from '../exchange/document/page-html.ts';
import { words } from '../model/localized.ts';
import type { Context } from './command.ts';
import { Refusal } from './refusal.ts';

/** A document and where its PDF goes. */
export interface PdfWanted {
  readonly title: string;
  readonly html: string;
  readonly landscape: boolean;
  readonly paper: 'A4' | 'A3';
  /** Stands below each page, beside its number. */
  readonly footer: string;
  /** What stands there instead; absent: footer and page x of y. */
  readonly foot?: PageFoot;
  /** Its parts name their pages. */
  readonly numbered?: boolean;
  /** Absolute path. */
  readonly out: string;
}

const made = z.array(
  z.object({
    out: z.string(),
    pages: z.int(),
    /** Characters that no font of this computer holds: boxes stand in their place. */
    missing: z.array(z.string()),
  }),
);

/** A file that was made; pages and missing characters are known of PDFs. */
export interface PrintedFile {
  readonly file: string;
  readonly pages?: number;
  readonly missing?: readonly string[];
}

/** A document of which no PDF was made. */
export const nothingMade = { pages: 0, missing: [] } as const;

/** Environment variable that names the program which lays documents out (`build/print.ts`). */
const PROGRAM = 'ZW_PRINT';

/**
 * PDFs by the window's own layout engine, so that they are what the window prints; the documents are in a private folder
 * meanwhile. @throws Refusal where there is no such engine, or it failed.
 */
export function printPdf(documents: readonly PdfWanted[], context: Context): z.infer<typeof made> {
  const program = context.environment[PROGRAM];
  if (program === undefined) {
    throw new Refusal(
      'failed',
      words('这里没有版面程序，请在窗口中打印', 'There is no layout engine here; print in the window'),
    );
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-pdf-'));
  try {
    const request = path.join(folder, 'request.json');
    const { language } = context;
    const content = JSON.stringify({ language, now: context.now().toISOString(), documents });
    writeFileSync(request, content, { mode: 0o600 });
    const result = spawnSync(process.execPath, [program, request], {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    });
    const answer = result.stdout.trim().split('\n').at(-1) ?? '';
    if (result.status !== 0 || answer === '') {
      throw new Refusal('failed', words('PDF 未能生成', 'The PDF could not be made'), {
        exit: result.status ?? -1,
      });
    }
    const files = made.parse(JSON.parse(answer));
    sayMissing(new Set(files.flatMap(({ missing }) => missing)), context);
    return files;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sayMissing(missing: ReadonlySet<string>, context: Context): void {
  if (missing.size === 0) return;
  const list = [...missing].map(codePointed).join(' ');
  const sentence = words(
    `这台电脑的字体里没有以下字，纸上是空框：${list}`,
    `No font of this computer has these characters; boxes stand on the paper: ${list}`,
  );
  context.say(sentence[context.language]);
}

/** `𪚥(U+2A6A5)`: where the character itself does not show, its number does. */
const codePointed = (character: string): string =>
  `${character}(U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()})`;
