import { html, type SafeHtml } from '../escape-html.ts';

/** Marks the broker fills once it knows the pages: see `electron/main/printing/page-numbers.ts`. */
const marked = (text: string): string => `\uE000${text}\uE001`;

/** First and last page of a part, linked, `3` or `3-5`; both links are what makes its anchors known. */
export const pageRange = (part: string): SafeHtml =>
  html`<a href="#${part}">${marked(`start:${part}`)}</a><a href="#${part}-end">${marked(`tail:${part}`)}</a>`;

/** Number of the last page. */
export const lastPage = (): string => marked('last');

/** A part: begins on a page of its own, numbered at the top right of every page it takes. */
export const numberedPart = (
  part: string,
  content: SafeHtml,
  look: { readonly type_pt: number; readonly line: number },
): SafeHtml =>
  html`<section class="piece" id="${part}" style="--type:${look.type_pt}pt;--line:${look.line}">
    ${marked(`numbers:${part}`)}
    <table class="run">
      <thead>
        <tr>
          <td></td>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>${content}</td>
        </tr>
      </tbody>
    </table>
    <i class="part-end" id="${part}-end"></i>
  </section>`;
