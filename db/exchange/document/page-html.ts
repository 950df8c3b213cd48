import type { Language } from '../../model/localized.ts';
import { html, SafeHtml } from './escape-html.ts';

/** A document ready for the print window. */
export interface PrintDocument {
  readonly title: string;
  readonly html: string;
  /** Text for the foot of each page; Chromium adds "page x of y" beside it. Also in `<meta name="footer">`. */
  readonly footer: string;
  readonly landscape: boolean;
}

/** What stands above every document. */
export interface PageHead {
  readonly language: Language;
  readonly title: string;
  /** Name of the town or street office. */
  readonly town: string;
  /** Short facts in a line under the title. */
  readonly facts: readonly string[];
  readonly footer: string;
  readonly landscape: boolean;
  readonly isPractice: boolean;
}

const practiceMark = { zh: '练习数据', en: 'Practice data' } as const;

/**
 * Styles of all documents: black on white for office printers, fonts of the interface with ones that hold rare
 * characters behind them, heads of tables repeated on each page, rows not torn apart, long words broken.
 */
const styles = new SafeHtml(`
@page { margin: 16mm 14mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 10.5pt/1.5 "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "SimSun-ExtB", "HanaMinB", sans-serif; font-variant-numeric: tabular-nums; }
header { text-align: center; margin-bottom: 4mm; }
h1 { font-size: 16pt; margin: 0 0 1mm; }
.town { font-size: 10.5pt; }
.facts { font-size: 9pt; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 6mm; margin-top: 2mm; text-align: left; }
.practice { border: 1.5pt solid #000; padding: 0 3mm; display: inline-block; font-weight: bold; }
h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm; break-after: avoid; border-left: 3pt solid #000; padding-left: 2mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; word-break: normal; white-space: pre-wrap; }
th { font-weight: bold; background: #eee; }
.pairs th { width: 18%; }
.pairs td { width: 32%; }
.list { font-size: 9pt; }
.list .no { width: 11mm; text-align: right; }
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
          <div class="facts">${head.facts.map((fact) => html`<span>${fact}</span>`)}</div>
        </header>
        <main>${body}</main>
      </body>
    </html>`;
  return { title: head.title, html: page.text, footer: head.footer, landscape: head.landscape };
}
