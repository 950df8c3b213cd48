import type { Caller, Store } from '../../store/api.ts';
import { html, type SafeHtml } from '../document/escape-html.ts';
import { pageHtml, type PrintDocument } from '../document/page-html.ts';
import { printedBy } from '../document/printed-at.ts';
import { inOrder, type FigureSheet, type SheetRow } from './figure-sheet.ts';
import { figureWords } from './figure-words.ts';

/** A table of figures on paper: all indicators, the lines of one, and what each counts at the foot. */
export function figureDocument(
  sheet: FigureSheet,
  { store, caller, now }: { readonly store: Store; readonly caller: Caller; readonly now: Date },
): PrintDocument {
  const { language } = caller;
  const { town } = store.info;
  const printed = printedBy(now, caller);
  const table = (first: string, rows: readonly SheetRow[]): SafeHtml =>
    tableHtml(sheet, { first, unit: figureWords.unit[language], rows });
  const lines =
    sheet.lines.length === 0 ? [] : [html`<h2>${sheet.byTitle}</h2>`, table(sheet.byTitle, sheet.lines)];
  const notes =
    sheet.notes.length === 0
      ? []
      : [
          html`<h2>${figureWords.definitions[language]}</h2>`,
          ...sheet.notes.map((note) => html`<p class="none" style="margin:0 0 1mm">${note}</p>`),
        ];
  return pageHtml(
    {
      language,
      title: sheet.title,
      subject: '',
      town: town.name,
      facts: [...sheet.facts, printed],
      footer: `${town.name}　${sheet.title}　${printed}`,
      landscape: false,
      isPractice: store.info.practice,
    },
    [table(figureWords.indicator[language], sheet.indicators), ...lines, ...notes],
  );
}

function tableHtml(
  { heads }: FigureSheet,
  {
    first,
    unit,
    rows,
  }: { readonly first: string; readonly unit: string; readonly rows: readonly SheetRow[] },
): SafeHtml {
  const share = (62 / heads.length).toFixed(2);
  return html`<table class="list">
    <colgroup>
      <col style="width:30%" />
      <col style="width:8%" />
      ${heads.map(() => html`<col style="width:${share}%" />`)}
    </colgroup>
    <thead>
      <tr>
        ${[first, unit, ...heads].map((head) => html`<th>${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <td>${row.label}</td>
            <td>${row.unit}</td>
            ${inOrder(row, ({ text }) => text).map((text) => html`<td class="number">${text}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
