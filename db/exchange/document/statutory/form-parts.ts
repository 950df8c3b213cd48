import { html, type SafeHtml } from '../escape-html.ts';
import type { Choice } from './document-data.ts';

/** Title of a form or letter in the heavy face, and its number below, right or left empty. */
export const heading = (title: string, number = ''): SafeHtml =>
  html`<h1>${title}</h1>
    ${number === '' ? html`` : html`<p class="number">${number}</p>`}`;

/** A value in a sentence; a missing one is an underlined blank of so many characters, to be filled in by hand. */
export const blank = (text: string, width_em = 5): SafeHtml =>
  text === ''
    ? html`<span class="blank" style="min-width:${width_em}em"></span>`
    : html`<span class="blank">${text}</span>`;

/** A day in a sentence; a missing one leaves room for year, month and day. */
export const blankDay = (text: string): SafeHtml =>
  text === '' ? html`<span class="blank-day">年　　月　　日</span>` : html`<span class="day">${text}</span>`;

/** Paragraphs of a long text, each with two characters of indent; a missing one leaves some ruled lines. */
export const paragraphs = (text: string, lines = 3): readonly SafeHtml[] =>
  text.trim() === ''
    ? Array.from({ length: lines }, () => html`<p class="rule"></p>`)
    : text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => html`<p class="text">${line.trim()}</p>`);

/** A head inside a letter, in 黑体. */
export const subhead = (text: string): SafeHtml => html`<h2>${text}</h2>`;

/** The boxes of a form: every choice, the chosen ones ticked. Boxes are drawn, for no font need have the signs. */
export const boxes = (choices: readonly Choice[]): SafeHtml =>
  html`${choices.map(
    ({ name, isChosen }) =>
      html`<span class="choice"><span class="box">${isChosen ? '√' : ''}</span>${name}</span> `,
  )}`;

/** A cell of a form: its label, its content, and how many of the columns after the label it takes. */
export interface FormCell {
  readonly label: string;
  readonly content: SafeHtml | string;
  /** Columns of the grid; the label takes one of them. Default 2. */
  readonly span?: number;
  /** Least height, millimetres, where somebody writes by hand. */
  readonly height_mm?: number;
}

/** A form as a grid of labelled cells; the spans of each row add up to `columns`. */
export function formTable(rows: readonly (readonly FormCell[])[], columns = 4): SafeHtml {
  return html`<table class="form">
    <colgroup>
      ${Array.from({ length: columns }, (_, at) => html`<col style="width:${columnShare(at, columns)}%" />`)}
    </colgroup>
    <tbody>
      ${rows.map((cells) => rowHtml(cells, columns))}
    </tbody>
  </table>`;
}

/** Columns of labels are narrower than those of values. */
const LABEL_SHARE = 0.78;

function columnShare(at: number, columns: number): string {
  const pairs = columns / 2;
  const share = at % 2 === 0 ? LABEL_SHARE : 2 - LABEL_SHARE;
  return (((100 / pairs) * share) / 2).toFixed(2);
}

/** A row with a text longer than this may be torn apart by the end of a page. */
const LONG_TEXT = 300;

function rowHtml(cells: readonly FormCell[], columns: number): SafeHtml {
  const spans = cells.map(({ span = 2 }) => span);
  if (spans.reduce((sum, span) => sum + span, 0) !== columns)
    throw new Error(`a form row of ${cells.map(({ label }) => label).join('、')} is not ${columns} columns`);
  const isLong = cells.some(({ content }) => textLength(content) > LONG_TEXT);
  return html`<tr class="${isLong ? 'long' : 'whole'}">
    ${cells.map(cellHtml)}
  </tr>`;
}

function cellHtml({ label, content, span = 2, height_mm = ROW_mm }: FormCell): SafeHtml {
  const shown = typeof content === 'string' ? lines(content) : content;
  return html`<th>${label}</th>
    <td colspan="${span - 1}" style="height:${height_mm}mm">${shown}</td>`;
}

/** Least height of a row, millimetres: room to write by hand. */
const ROW_mm = 8.5;

const textLength = (content: SafeHtml | string): number =>
  typeof content === 'string' ? content.length : content.text.length;

/** A text with its own line breaks. */
const lines = (text: string): SafeHtml =>
  html`${text.split('\n').map((line, at) => (at === 0 ? html`${line}` : html`<br />${line}`))}`;

/** Lines at the end of a form: who signs, and the day; what is known is printed, the rest left to the pen. */
export const signatures = (
  lines: readonly { readonly who: string; readonly name?: string; readonly day?: string }[],
): SafeHtml =>
  html`<div class="signs">
    ${lines.map(
      ({ who, name = '', day }) =>
        html`<p>${who}：${blank(name, 7)}${day === undefined ? html`` : html`<br />${blankDay(day)}`}</p>`,
    )}
  </div>`;

/** Name of the office, the place of its seal and the day, at the right below a letter. */
export const seal = (office: string, day: string): SafeHtml =>
  html`<div class="seal">
    <p>${office}</p>
    <p class="stamp">（盖章）</p>
    <p>${blankDay(day)}</p>
  </div>`;

/** Several sheets in one document, each beginning on a page of its own. */
export const sheets = (parts: readonly SafeHtml[]): SafeHtml =>
  html`${parts.map((part) => html`<section class="sheet">${part}</section>`)}`;

/** A column of a list: its head, its share of the width in per cent, and whether its cells stand in the middle. */
export interface ListColumn {
  readonly head: string;
  readonly share: number;
  readonly isCentred?: boolean;
}

/** A list under heads that are repeated on each page; `least` rows, those without content left to the pen. */
export function listTable(
  columns: readonly ListColumn[],
  rows: readonly (readonly (SafeHtml | string)[])[],
  least = 0,
): SafeHtml {
  const blanks = Array.from({ length: Math.max(0, least - rows.length) }, () => columns.map(() => ''));
  return html`<table class="form">
    <colgroup>
      ${columns.map(({ share }) => html`<col style="width:${share}%" />`)}
    </colgroup>
    <thead>
      <tr>
        ${columns.map(({ head }) => html`<th>${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${[...rows, ...blanks].map(
        (cells) =>
          html`<tr class="whole" style="height:8.5mm">
            ${cells.map((cell, at) => listCell(cell, columns[at]))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const listCell = (cell: SafeHtml | string, column: ListColumn | undefined): SafeHtml =>
  html`<td style="text-align:${column?.isCentred === true ? 'center' : 'left'}">
    ${typeof cell === 'string' ? lines(cell) : cell}
  </td>`;

/** A box, ticked or not. */
export const tickBox = (isTicked: boolean): SafeHtml => html`<span class="box">${isTicked ? '√' : ''}</span>`;
