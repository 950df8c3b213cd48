import type { DutySheet } from '../../roster/duty-sheet.ts';
import { emWidth } from '../document/em-width.ts';
import { html, SafeHtml } from '../document/escape-html.ts';
import type { PrintDocument } from '../document/page-html.ts';
import { dutyWords } from './duty-words.ts';
import type { DutyPrintOptions, SetOptions } from './print-options.ts';
import { rareFaces } from '../document/rare-faces.ts';

/**
 * Styles of a roster on paper (conventions: domain report §9.2): the title in a heavy face, 22 pt; the body in the fonts of
 * the interface with ones that hold rare characters (Ext B and later) behind them; rest days grey, light enough for a
 * name in pencil; heads repeated, rows and the place of the seal never torn apart.
 */
const styles = new SafeHtml(`
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 10.5pt/1.3 "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", ${rareFaces}, sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-family: "方正小标宋简体", "FZXiaoBiaoSong-B05S", "SimHei", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; font-size: 22pt; line-height: 1.2; margin: 0 0 1.5mm; text-align: center; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 11pt; margin: 0 0 1mm; break-after: avoid; }
.practice { position: absolute; top: 0; right: 0; border: 1.5pt solid #000; padding: 0 3mm; font-weight: bold; }
.line { display: flex; justify-content: space-between; gap: 8mm; font-size: 10.5pt; margin-bottom: 1mm; }
table { width: calc(100% - 0.3mm); border-collapse: collapse; table-layout: fixed; font-size: var(--type); }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 0.3mm 0.8mm; text-align: center; vertical-align: middle; overflow-wrap: anywhere; }
th { font-weight: bold; }
tbody tr { height: var(--row); }
.rest, .rest td, .rest th { background: #e4e4e4; }
.left { text-align: left; }
.lines { display: block; white-space: pre-line; }
.person { display: inline-block; max-width: 100%; margin: 0 0.3em; }
.long { font-size: 0.72em; }
.phone { margin-left: 0.4em; white-space: nowrap; }
.mark { border: 0.4pt solid #000; border-radius: 2pt; font-size: 0.75em; padding: 0 0.15em; margin-left: 0.15em; }
.holiday { font-weight: bold; }
.end { break-inside: avoid; display: grid; grid-template-columns: 1fr 58mm; gap: 6mm; margin-top: 2mm; font-size: 9.5pt; align-items: end; }
.end p { margin: 0; text-indent: 2em; }
.end p.head { text-indent: 0; font-weight: bold; }
.signs { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 4mm; margin-top: 3mm; font-size: 10.5pt; }
.seal { text-align: center; min-height: 24mm; font-size: 10.5pt; line-height: 1.7; display: flex; flex-direction: column; justify-content: center; }
.phones { margin-top: 3mm; break-inside: avoid; font-size: 8.5pt; }
.phones ul { list-style: none; margin: 0; padding: 0; column-gap: 4mm; }
.phones li { display: flex; justify-content: space-between; align-items: baseline; gap: 1mm; break-inside: avoid; }
.phones li span:last-child { white-space: nowrap; }
.part { margin-top: 2mm; }
.part + .own-page { break-before: page; }
.tight .person { margin: 0; }
.water { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; z-index: -1; }
.water span { transform: rotate(-30deg); font-size: 64pt; font-weight: bold; color: #ececec; white-space: nowrap; }
.calendar td { vertical-align: top; text-align: left; padding: 0.8mm 1.2mm; }
.calendar .number { font-weight: bold; display: flex; justify-content: space-between; }
.calendar .post { display: block; }
.calendar .post b { font-weight: normal; color: #333; }
`);

/** A document of a roster, with its paper. */
export interface DutyDocument extends PrintDocument {
  readonly paper: 'A4' | 'A3';
}

/** What a layout hands over. */
export interface DutyBody {
  readonly title: string;
  readonly landscape: boolean;
  readonly size_pt: number;
  readonly row_mm: number;
  /** Every table stands on one page. */
  readonly fits: boolean;
  readonly content: readonly SafeHtml[];
  /** Stands behind signatures and seal: telephones. */
  readonly appendix: SafeHtml;
}

/** The first way of setting in which all fits; when none does, the first of all flows over several pages. */
export function bestFit(ways: readonly SetOptions[], layout: (options: SetOptions) => DutyBody): DutyBody {
  let first: DutyBody | null = null;
  for (const way of ways) {
    const body = layout(way);
    if (body.fits) return body;
    first ??= body;
  }
  if (first === null) throw new Error('no way to set a roster was given');
  return first;
}

/** A whole roster page around its tables: title, telephones, notes, who signs, the place of the seal. */
export function dutyPage(sheet: DutySheet, options: DutyPrintOptions, body: DutyBody): DutyDocument {
  const { language } = options;
  const orientation = body.landscape ? 'landscape' : 'portrait';
  const water = watermarkOf(sheet, language);
  const page = html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="footer" content="${options.printed}" />
        <title>${body.title}</title>
        <style>
          @page {
            size: ${options.paper} ${orientation};
            margin: 14mm 14mm 18mm;
          }
          ${styles} :root {
            --type: ${body.size_pt}pt;
            --row: ${body.row_mm.toFixed(2)}mm;
          }
        </style>
      </head>
      <body>
        ${water === '' ? html`` : html`<div class="water"><span>${water}</span></div>`}
        ${options.isPractice ? html`<div class="practice">${dutyWords.practice[language]}</div>` : html``}
        <h1>${body.title}</h1>
        ${headLine(sheet, language)}
        <main>${body.content}</main>
        ${endHtml(sheet, language)} ${body.appendix}
      </body>
    </html>`;
  const footer = `${body.title}　${options.printed}`;
  return { title: body.title, html: page.text, footer, landscape: body.landscape, paper: options.paper };
}

type Language = DutyPrintOptions['language'];

/** A draft says so across the page; a published roster bears the office's own mark, where it set one. */
const watermarkOf = (sheet: DutySheet, language: Language): string =>
  sheet.state === 'draft' ? dutyWords.draft[language] : sheet.watermark;

function headLine({ unit, phone, fax }: DutySheet, language: Language): SafeHtml {
  const right = [
    ...(phone === '' ? [] : [dutyWords.dutyPhone[language].replace('{phone}', () => phone)]),
    ...(fax === '' ? [] : [dutyWords.fax[language].replace('{fax}', () => fax)]),
  ];
  return html`<div class="line">
    <span>${unit}</span>
    <span>${right.join('　')}</span>
  </div>`;
}

function endHtml(sheet: DutySheet, language: Language): SafeHtml {
  const { prepared, reviewed, issued, unit } = sheet;
  const notes = notesOf(sheet, language);
  return html`<div class="end">
    <div>
      ${notes.length === 0 ? html`` : html`<p class="head">${dutyWords.notes[language]}</p>`}
      ${notes.map((note, at) => html`<p>${numbered(note, at)}</p>`)}
      <div class="signs">
        <span>${dutyWords.prepared[language]}${prepared}</span>
        <span>${dutyWords.reviewed[language]}${reviewed}</span>
        <span>${dutyWords.issued[language]}${issued}</span>
      </div>
    </div>
    <div class="seal">
      <div>${unit}</div>
      <div>${dutyWords.seal[language]}</div>
      <div>${dutyWords.sealDate[language]}</div>
    </div>
  </div>`;
}

/** Notes are numbered, unless the office did it itself: 一、 or 1. */
const numbered = (note: string, at: number): string =>
  /^(?:[一二三四五六七八九十]+、|[（(]?\d+[.．、)）])/.test(note.trim())
    ? note
    : `${String(at + 1)}. ${note}`;

const notesOf = (sheet: DutySheet, language: Language): readonly string[] =>
  sheet.duties.some((duty) => duty.isChanged)
    ? [...sheet.notes, dutyWords.changedNote[language]]
    : sheet.notes;

const TITLE_mm = 11;
const HEAD_LINE_mm = 6;
/** The place of the seal, and the space above it. */
const SEAL_mm = 27;
const SIGNS_mm = 10;
const NOTE_LINE_mm = 4.5;
/** Characters of a note on paper, at 9.5 pt. */
const NOTE_EM_mm = 3.35;
/** What the place of the seal takes of the width. */
const SEAL_WIDTH_mm = 64;

/** Height that title, notes, signatures and seal take, millimetres; what is left is the table's. */
export function aroundTable_mm(sheet: DutySheet, width_mm: number): number {
  const notes = notesOf(sheet, 'zh');
  const perLine = (width_mm - SEAL_WIDTH_mm) / NOTE_EM_mm;
  const lines = notes.reduce((sum, note) => sum + Math.ceil((emWidth(note) + 4) / perLine), 0);
  const notes_mm = lines === 0 ? 0 : (lines + 1) * NOTE_LINE_mm;
  return TITLE_mm + HEAD_LINE_mm + Math.max(SEAL_mm, notes_mm + SIGNS_mm + 2);
}
