import type { PrintToPDFOptions } from 'electron';
import type { z } from 'zod';
import type { Language } from '../../contract/calls.ts';
import type { pageFoot } from '../../contract/shapes.ts';

/** A document to lay out: made by the data process, so its markup is ours and its values are escaped. */
export interface PaperDocument {
  readonly title: string;
  readonly html: string;
  readonly landscape: boolean;
  /** Absent: A4. */
  readonly paper?: PaperSize | undefined;
  /** Stands below each page, beside its number. Absent: title and time. */
  readonly footer?: string | undefined;
  /** Absent: `line`. */
  readonly foot?: PageFoot | undefined;
  /** Its parts name their pages, see `page-numbers.ts`. */
  readonly numbered?: boolean | undefined;
}

type PageFoot = z.infer<typeof pageFoot>;

/** Sizes office printers take. */
type PaperSize = 'A4' | 'A3';

/** Margins in inches: 20 mm at the sides and top, room for the page line below (GB/T 9704-2012 keeps 28/26 mm for red-head documents; lists need the width). */
const MARGINS = { top: 0.79, bottom: 0.71, left: 0.71, right: 0.71 };
// Chromium draws these lines enlarged by 4/3: 10.5 mm here stand under the 14 mm margin of the document's own `@page`.
const LINE_STYLE =
  "width:100%;margin:0 10.5mm;font:8pt 'Microsoft YaHei UI','Noto Sans CJK SC',sans-serif;color:#444;display:flex;justify-content:space-between";
const MIDDLE_STYLE = "width:100%;text-align:center;font:8pt 'SimSun','Noto Serif CJK SC',serif;color:#000";
/** 四号 (14 pt) Song, GB/T 9704-2012; enlarged by 4/3 like the line. */
const NUMBER_STYLE =
  "width:100%;text-align:center;font:10.5pt 'SimSun','Noto Serif CJK SC',serif;color:#000;margin-bottom:12mm";
const PAGE = '<span class="pageNumber"></span>';
const PAGES = '<span class="totalPages"></span>';
const pageLine = {
  zh: `第 ${PAGE} 页 共 ${PAGES} 页`,
  en: `Page ${PAGE} of ${PAGES}`,
};

/** One sheet size for all pages, with title, time and page x of y below; the title above is the document's own. `printedAt` is the time as the office reads it. */
export function pdfOptions(
  document: PaperDocument,
  language: Language,
  printedAt: string,
): PrintToPDFOptions {
  return {
    pageSize: document.paper ?? 'A4',
    landscape: document.landscape,
    printBackground: true,
    margins: MARGINS,
    displayHeaderFooter: document.foot !== 'none',
    headerTemplate: '<span></span>',
    footerTemplate: footOf(document, language, printedAt),
  };
}

function footOf(document: PaperDocument, language: Language, printedAt: string): string {
  const { foot = 'line', footer = `${document.title}　${printedAt}` } = document;
  // Statutory documents are Chinese whatever the language of the window.
  if (foot === 'pages') return `<div style="${MIDDLE_STYLE}">${pageLine.zh}</div>`;
  if (foot === 'number') return `<div style="${NUMBER_STYLE}">— ${PAGE} —</div>`;
  if (foot === 'none') return '<span></span>';
  return `<div style="${LINE_STYLE}"><span>${escapeHtml(footer)}</span><span>${pageLine[language]}</span></div>`;
}

/** China has one time zone, without summer time. */
const CHINA_OFFSET_ms = 8 * 3_600_000;

/** `2026-11-23 08:30` in China time, as on the document itself, whatever zone the computer was left in. */
export function chinaTime(now: Date): string {
  return new Date(now.getTime() + CHINA_OFFSET_ms).toISOString().slice(0, 16).replace('T', ' ');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Pages of a PDF made by Chromium, whose page tree is never compressed; 0 when it is not one. */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g)].map((match) =>
    Number(match[1]),
  );
  return Math.max(0, ...counts);
}
