import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session } from 'electron';
import type { Language } from '../../contract/calls.ts';
import { safeWebPreferences } from '../windows/web-preferences.ts';
import { missingCharacters } from './missing-glyphs.ts';
import { readAnchors, withNumbers, withoutNumbers } from './page-numbers.ts';
import { chinaTime, pdfOptions, type PaperDocument } from './paper.ts';

/** A document laid out: its PDF, its markup with the page numbers that were found, and characters no font here holds. */
interface Laid {
  readonly pdf: Uint8Array;
  readonly html: string;
  readonly missing: readonly string[];
}

/** Lays documents out in a hidden window that runs no script and reaches nothing. */
export interface Printer {
  pdf(document: PaperDocument, language: Language): Promise<Laid>;
  /** Opens the system's print dialog. */
  send(document: PaperDocument): Promise<'printed' | 'cancelled' | 'no-printer' | 'failed'>;
}

const PAPER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** `session` is a partition of its own, so that nothing is shared with the window people work in. */
export function createPrinter(session: Session, now: () => Date): Printer {
  const pending = new Map<string, string>();
  session.protocol.handle('app', (request) => {
    const html = pending.get(request.url);
    if (html === undefined) return new Response('', { status: 404 });
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAPER_POLICY };
    return new Response(html, { headers });
  });

  async function withPaper<T>(html: string, use: (window: BrowserWindow) => Promise<T>): Promise<T> {
    const url = `app://paper/${randomUUID()}`;
    pending.set(url, html);
    const window = new BrowserWindow({
      show: false,
      webPreferences: { ...safeWebPreferences, session, javascript: false },
    });
    try {
      await window.loadURL(url);
      return await use(window);
    } finally {
      pending.delete(url);
      window.destroy();
    }
  }

  const lay = (document: PaperDocument, html: string, language: Language): Promise<Uint8Array> =>
    withPaper(html, (window) =>
      window.webContents.printToPDF(pdfOptions(document, language, chinaTime(now()))),
    );
  return {
    async pdf(document, language) {
      let { html } = document;
      if (document.numbered === true) {
        const first = await lay(document, withoutNumbers(html), language);
        html = withNumbers(html, readAnchors(first));
      }
      const pdf = await lay(document, html, language);
      return { pdf, html, missing: missingCharacters(pdf, html) };
    },
    send: (document) => withPaper(document.html, (window) => sendToPrinter(window, document)),
  };
}

async function sendToPrinter(
  window: BrowserWindow,
  document: PaperDocument,
): Promise<'printed' | 'cancelled' | 'no-printer' | 'failed'> {
  const printers = await window.webContents.getPrintersAsync();
  if (printers.length === 0) return 'no-printer';
  return await new Promise((resolve) => {
    const options = {
      silent: false,
      printBackground: true,
      landscape: document.landscape,
      header: document.title,
    };
    window.webContents.print(
      { ...options, footer: ' ', pageSize: document.paper ?? 'A4' },
      (isPrinted, reason) => {
        // Chromium's own words for a closed dialog; there is no code.
        if (isPrinted) resolve('printed');
        else resolve(/cancel/i.test(reason) ? 'cancelled' : 'failed');
      },
    );
  });
}
