import { withUnit } from '../../../model/figures/figure-text.ts';
import type { Language } from '../../../model/localized.ts';
import { html, SafeHtml } from '../../document/escape-html.ts';
import type { PrintDocument } from '../../document/page-html.ts';
import { rareFaces } from '../../document/rare-faces.ts';
import type { MonthlyReport, ReportGroup } from './monthly-report.ts';
import { fullTitle, groupNumbers, reportWords } from './report-words.ts';

/** Faces of official papers (GB/T 9704-2012), with ones every computer has behind them. */
const titleFace =
  '"方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "华文中宋", "Noto Serif CJK SC", "SimHei", serif';
const headFace = '"黑体", "SimHei", "Noto Sans CJK SC", sans-serif';
const bodyFace = `"仿宋_GB2312", "仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC", "SimSun", ${rareFaces}, serif`;

const styles = new SafeHtml(`
@page { size: A4 portrait; margin: 18mm 18mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 12pt/1.5 ${bodyFace}; font-variant-numeric: tabular-nums; }
.cover { height: 250mm; display: flex; flex-direction: column; align-items: center; break-after: page; }
.cover .mark { align-self: flex-end; border: 1.5pt solid #000; padding: 0 3mm; font-family: ${headFace}; }
.cover h1 { font: 28pt/1.4 ${titleFace}; margin: 22mm 0 6mm; text-align: center; }
.cover .month { font-size: 18pt; margin-bottom: 14mm; }
.cover .four { width: 100%; display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; }
.cover .box { border: 0.75pt solid #000; padding: 3mm 4mm; break-inside: avoid; }
.cover .box h2 { display: flex; justify-content: space-between; gap: 4mm; font: 14pt/1.4 ${headFace}; margin: 0 0 2mm; border-bottom: 0.5pt solid #000; padding: 0 0 1mm; }
.cover .box p { margin: 0; display: flex; justify-content: space-between; gap: 4mm; font-size: 12pt; }
.cover .box span:last-child { white-space: nowrap; }
.cover .town { margin-top: auto; font-size: 16pt; }
.cover .at { font-size: 11pt; margin-top: 2mm; }
h2 { font: 14pt/1.4 ${headFace}; margin: 0 0 2mm; padding-top: 4mm; break-after: avoid; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 10pt; line-height: 1.4; }
thead { display: table-header-group; }
tr, .group { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 0.9mm 1.5mm; overflow-wrap: anywhere; }
th { font-family: ${headFace}; font-weight: normal; background: #eee; text-align: center; }
td { text-align: right; }
td.name { text-align: left; }
td.unit { text-align: center; padding: 1mm 0.5mm; }
td.said { text-align: left; }
.notes { font-size: 9pt; line-height: 1.3; }
.standing { font-size: 10pt; margin: 2mm 0 0; }
`);

const WIDTHS = [22.5, 13, 10.5, 10.5, 16.5, 10.5, 16.5] as const;
const NOTE_WIDTHS = [18, 42, 40] as const;

/** The monthly report on paper: a cover with 四个到位, then the seven groups, then what is counted. */
export function reportDocument(report: MonthlyReport, language: Language): PrintDocument {
  const title = fullTitle(report, language);
  const page = html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${styles}
        </style>
      </head>
      <body>
        ${coverHtml(report, language)}
        ${report.groups.map((group, at) => groupHtml(group, at, { report, language }))}
        ${notesHtml(report, language)}
      </body>
    </html>`;
  const footer = `${title}　${reportWords.reckoned[language].replace('{at}', report.reckonedAt)}`;
  return { title, html: page.text, footer, landscape: false };
}

function coverHtml(report: MonthlyReport, language: Language): SafeHtml {
  const mark = report.isPractice ? html`<div class="mark">${reportWords.practice[language]}</div>` : html``;
  return html`<section class="cover">
    ${mark}
    <h1>${report.title}</h1>
    <div class="month">${report.periods[0]}</div>
    <div class="four">
      ${report.cover.map(
        ({ label, figure, rows }) =>
          html`<div class="box">
            <h2><span>${label}</span><span>${figure.now.text}</span></h2>
            ${rows.map((row) => html`<p><span>${row.label}</span><span>${withUnit(row, row.now)}</span></p>`)}
          </div>`,
      )}
    </div>
    <div class="town">${report.town}</div>
    <div class="at">${reportWords.reckoned[language].replace('{at}', report.reckonedAt)}</div>
  </section>`;
}

function groupHtml(
  { label, rows }: ReportGroup,
  at: number,
  { report, language }: { readonly report: MonthlyReport; readonly language: Language },
): SafeHtml {
  const number = groupNumbers[language][at] ?? '';
  const heading = reportWords.group[language].replace('{n}', number).replace('{label}', label);
  const heads = [
    reportWords.item[language],
    reportWords.unit[language],
    reportWords.now[language],
    reportWords.before[language],
    reportWords.change[language],
    reportWords.yearBefore[language],
    reportWords.yearChange[language],
  ];
  return html`<section class="group">
    <h2>${heading}</h2>
    <table aria-label="${`${heading} ${report.periods[0]}`}">
      <colgroup>
        ${WIDTHS.map((width) => html`<col style="width:${width}%" />`)}
      </colgroup>
      <thead>
        <tr>
          ${heads.map((head) => html`<th>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td class="name">${row.label}</td>
              <td class="unit">${row.unit}</td>
              <td>${row.now.text}</td>
              <td>${row.before.text}</td>
              <td>${row.change}</td>
              <td>${row.yearBefore.text}</td>
              <td>${row.yearChange}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** What is counted, each rate with its counts of the month; runs over pages with its heads. */
function notesHtml({ notes }: MonthlyReport, language: Language): SafeHtml {
  const heads = (['figure', 'definition', 'formula'] as const).map((key) => reportWords[key][language]);
  return html`<section>
    <h2>${reportWords.definitions[language]}</h2>
    <table class="notes">
      <colgroup>
        ${NOTE_WIDTHS.map((width) => html`<col style="width:${width}%" />`)}
      </colgroup>
      <thead>
        <tr>
          ${heads.map((head) => html`<th>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${notes.map(
          ({ label, definition, formula }) =>
            html`<tr>
              <td class="said">${label}</td>
              <td class="said">${definition}</td>
              <td class="said">${formula}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="standing">${reportWords.standing[language]}</p>
  </section>`;
}
