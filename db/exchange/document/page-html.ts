import type { Language } from '../../model/localized.ts';
import { html, SafeHtml } from './escape-html.ts';
import { rareFaces } from './rare-faces.ts';

/** A document ready for the print window. */
export interface PrintDocument {
  readonly title: string;
  readonly html: string;
  /** Text for the foot of each page; Chromium adds "page x of y" beside it. Also in `<meta name="footer">`. */
  readonly footer: string;
  readonly landscape: boolean;
  /**
   * What stands below each page. `line` (absent): footer and page x of y; `pages`: page x of y in the middle; `number`:
   * — 1 — as on official letters; `none`: nothing.
   */
  readonly foot?: PageFoot;
  /** Its parts name their pages: marks of `dossier/page-marks.ts`, filled by the broker. */
  readonly numbered?: boolean;
}

/** Ways to number pages. */
export type PageFoot = 'line' | 'pages' | 'number' | 'none';

/** What stands above every document. */
export interface PageHead {
  readonly language: Language;
  readonly title: string;
  /** Name of the town or street office. */
  readonly town: string;
  /** Whom or what it is about, under the title; empty for a list. */
  readonly subject: string;
  /** Short facts in a line under that. */
  readonly facts: readonly string[];
  readonly footer: string;
  readonly landscape: boolean;
  readonly isPractice: boolean;
}

const practiceMark = { zh: '练习数据', en: 'Practice data' } as const;

/** Width of a table on A4 between the margins of the page below, in em of a list's type (9 pt = 3.2 mm). */
export const tableRoom = (isLandscape: boolean): number => (isLandscape ? 84 : 57);

/**
 * Styles of all documents: black on white for office printers, fonts of the interface with ones that hold rare
 * characters behind them, heads of tables repeated on each page, rows not torn apart, long words broken.
 */
const styles = new SafeHtml(`
@page { margin: 16mm 14mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 10.5pt/1.5 "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", ${rareFaces}, sans-serif; font-variant-numeric: tabular-nums; }
header { position: relative; text-align: center; margin-bottom: 3mm; }
h1 { font-size: 16pt; margin: 0 0 1mm; }
.town { font-size: 10.5pt; }
.subject { overflow-wrap: anywhere; }
.facts { font-size: 9pt; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 6mm; margin-top: 1.5mm; text-align: left; }
.practice { position: absolute; top: 0; right: 0; border: 1.5pt solid #000; padding: 0 3mm; font-weight: bold; }
h2 { font-size: 11.5pt; margin: 3.5mm 0 1.5mm; break-after: avoid; border-left: 3pt solid #000; padding-left: 2mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; word-break: normal; white-space: pre-wrap; }
th { font-weight: bold; background: #eee; }
.list { font-size: 9pt; line-height: 1.4; }
.list th, .list td { padding: 0.6mm 1.5mm; }
.list .no { text-align: right; }
td.number { text-align: right; }
.none { font-size: 9pt; }
`);

/** A whole page around its body. No script, nothing from outside. */
export function pageHtml(head: PageHead, body: readonly SafeHtml[]): PrintDocument {
  const size = head.landscape ? 'A4 landscape' : 'A4 portrait';
  const page = html`<!doctype html>
    <html lang="${head.language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="footer" content="${head.footer}" />
        <title>${head.title}</title>
        <style>
          @page { size: ${size}; }${styles}
        </style>
      </head>
      <body>
        <header>
          <div class="town">${head.town}</div>
          <h1>${head.title}</h1>
          ${head.isPractice ? html`<div class="practice">${practiceMark[head.language]}</div>` : html``}
          ${head.subject === '' ? html`` : html`<div class="subject">${head.subject}</div>`}
          <div class="facts">${head.facts.map((fact) => html`<span>${fact}</span>`)}</div>
        </header>
        <main>${body}</main>
      </body>
    </html>`;
  return { title: head.title, html: page.text, footer: head.footer, landscape: head.landscape };
}
