import { html, SafeHtml } from '../escape-html.ts';
import type { PrintDocument } from '../page-html.ts';
import type { StatutoryPage } from './define-document.ts';
import { rareFaces } from '../rare-faces.ts';

/** Heavy face of titles: 小标宋 where an office has it, else a Song or Hei that is there. */
const titleFace =
  '"方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "STZhongsong", "华文中宋", "Noto Serif CJK SC", "SimHei", serif';
const headFace = '"黑体", "SimHei", "Noto Sans CJK SC", sans-serif';
/** 仿宋; behind it fonts that hold rare characters (Ext B and later). */
const bodyFace = `"仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC", "SimSun", ${rareFaces}, serif`;

/** Of an official letter by GB/T 9704-2012 (top 37, bottom 35, left 28, right 26 mm; body 三号 16 pt), and of forms. */
export const paperKinds = {
  letter: { margin: '37mm 26mm 35mm 28mm', size: 'A4 portrait', type_pt: 16, line: 1.75 },
  form: { margin: '22mm 18mm 20mm 22mm', size: 'A4 portrait', type_pt: 12, line: 1.5 },
  'form-across': { margin: '18mm 18mm 18mm 18mm', size: 'A4 landscape', type_pt: 12, line: 1.4 },
} as const satisfies Record<StatutoryPage, object>;

/** Faces, tables, blanks, signatures; black on white. */
export const statutoryStyles = new SafeHtml(`
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font-family: ${bodyFace}; font-size: var(--type); line-height: var(--line); font-variant-numeric: tabular-nums; }
h1 { font-family: ${titleFace}; font-size: 22pt; font-weight: bold; line-height: 1.35; margin: 0 0 4mm; text-align: center; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-family: ${headFace}; font-size: 1em; font-weight: normal; margin: 0.3em 0 0; break-after: avoid; }
p { margin: 0; overflow-wrap: anywhere; }
.text { text-indent: 2em; orphans: 2; widows: 2; }
.rule { border-bottom: 0.5pt solid #000; height: 2em; }
.number { text-align: right; margin-bottom: 2mm; }
.to { text-align: left; }
.blank { display: inline-block; max-width: 100%; border-bottom: 0.5pt solid #000; padding: 0 0.3em; min-height: 1.2em; line-height: 1.25; vertical-align: baseline; text-align: center; text-indent: 0; overflow-wrap: anywhere; }
.blank-day { white-space: pre; padding-left: 3em; }
.day { white-space: nowrap; }
.form { width: calc(100% - 0.3mm); border-collapse: collapse; table-layout: fixed; line-height: 1.4; }
.form .whole { break-inside: avoid; }
.form th, .form td { border: 0.6pt solid #000; padding: 1.2mm 1.6mm; vertical-align: middle; text-align: left; overflow-wrap: anywhere; }
.form th { padding: 1.2mm 0.8mm; font-family: ${headFace}; font-weight: normal; text-align: center; }
.form thead { display: table-header-group; }

.ministry { font-size: 10.5pt; }
.ministry.form th, .ministry.form td { height: 7mm; padding: 0.8mm 1.2mm; }
.form .signs { margin-top: 2mm; }
.choice { display: inline-block; margin-right: 0.8em; }
.box { display: inline-block; width: 0.95em; height: 0.95em; border: 0.6pt solid #000; line-height: 0.95em; text-align: center; vertical-align: -0.08em; margin-right: 0.2em; font-size: 0.95em; }
.signs { display: flex; flex-wrap: wrap; gap: 4mm 8mm; justify-content: space-between; margin-top: 6mm; break-inside: avoid; }
.seal { margin: 12mm 0 0 auto; width: 80mm; text-align: center; break-inside: avoid; }
.seal .stamp { color: #555; }
.sheet + .sheet { break-before: page; }
.practice { position: absolute; top: 0; right: 0; border: 1.2pt solid #000; padding: 0 3mm; font: bold 10.5pt ${headFace}; background: #fff; }
`);

/** What stands around the body of a statutory document. */
export interface StatutorySheet {
  readonly title: string;
  readonly page: StatutoryPage;
  readonly isPractice: boolean;
  readonly body: SafeHtml;
}

/** A whole sheet around its body. No script, nothing from outside. Letters are numbered — 1 —, forms by page x of y. */
export function statutoryPage({ title, page, isPractice, body }: StatutorySheet): PrintDocument {
  const { margin, size, type_pt, line } = paperKinds[page];
  const whole = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          @page {
            size: ${size};
            margin: ${margin};
          }
          :root {
            --type: ${type_pt}pt;
            --line: ${line};
          }
          ${statutoryStyles}
        </style>
      </head>
      <body>
        ${isPractice ? html`<div class="practice">练习数据</div>` : html``}
        <main>${body}</main>
      </body>
    </html>`;
  return {
    title,
    html: whole.text,
    footer: title,
    landscape: page === 'form-across',
    foot: page === 'letter' ? 'number' : 'pages',
  };
}
