import type { SheetPerson } from '../../roster/duty-sheet.ts';
import { emWidth } from '../document/em-width.ts';
import { html, type SafeHtml } from '../document/escape-html.ts';
import { dutyWords } from './duty-words.ts';
import { MM_PER_PT } from './fit-type.ts';
import type { DutyPrintOptions } from './print-options.ts';
import type { Seat } from './sheet-index.ts';

/** Names of those on one post, with their phones where asked for, and 调 behind a changed one. */
export function namesHtml(
  seats: readonly Seat[],
  { phones, language }: Pick<DutyPrintOptions, 'phones' | 'language'>,
): SafeHtml {
  return html`${seats.map(
    ({ who, isChanged }) =>
      html`<span class="${isLong(who.name) ? 'person long' : 'person'}"
        >${who.name}${isChanged ? html`<span class="mark">${dutyWords.changed[language]}</span>` : html``}${
          phones === 'cell' && who.phone !== '' ? html`<span class="phone">${who.phone}</span>` : html``
        }</span
      >`,
  )}`;
}

/** A name longer than five Chinese characters, mostly a foreigner's, is set smaller so that it does not stretch its row. */
const isLong = (name: string): boolean => emWidth(name) > LONG_EM;
const LONG_EM = 5;
const LONG_SCALE = 0.72;

/** A name by itself. */
export const nameHtml = (name: string): SafeHtml =>
  isLong(name) ? html`<span class="long">${name}</span>` : html`<span>${name}</span>`;

/** A text whose line ends are kept. */
export const linesHtml = (text: string): SafeHtml => html`<span class="lines">${text}</span>`;

/** What the lines of a cell are guessed from. */
export interface CellRoom {
  readonly width_mm: number;
  readonly size_pt: number;
  /** What stands before the names, em. */
  readonly before_em?: number;
}

/** Lines the names of a cell take, one after the other, none broken over two lines; at least 1. */
export function namesLines(
  seats: readonly Seat[],
  { phones }: Pick<DutyPrintOptions, 'phones'>,
  { width_mm, size_pt, before_em = 0 }: CellRoom,
): number {
  const room_em = width_mm / (size_pt * MM_PER_PT);
  let lines = 1;
  let used = before_em;
  for (const { who, isChanged } of seats) {
    const phone = phones === 'cell' && who.phone !== '' ? emWidth(who.phone) + PHONE_GAP_EM : 0;
    const name = emWidth(who.name) + (isChanged ? MARK_EM : 0) + phone;
    const inner = name * (isLong(who.name) ? LONG_SCALE : 1);
    const width = inner + PERSON_GAP_EM;
    if (used > 0 && used + width > room_em) {
      lines += 1;
      used = 0;
    }
    used += width;
    lines += Math.max(0, Math.ceil(inner / room_em) - 1);
  }
  return lines;
}

/** Around a person, before a phone, and for the mark of a changed duty; of the styles of `duty-page.ts`. */
const PERSON_GAP_EM = 0.6;
const PHONE_GAP_EM = 0.4;
const MARK_EM = 1.3;

/** Name and telephone of everybody, in columns under the table. */
export function phoneList(
  people: readonly SheetPerson[],
  { language, columns }: { readonly language: DutyPrintOptions['language']; readonly columns: number },
): SafeHtml {
  const shown = people.filter(({ phone }) => phone !== '');
  if (shown.length === 0) return html``;
  return html`<section class="phones">
    <h2>${dutyWords.phones[language]}</h2>
    <ul style="columns:${columns}">
      ${shown.map(
        ({ name, phone }) =>
          html`<li>
            ${nameHtml(name)}
            <span>${phone}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** A name and a number beside each other. */
const PHONE_COLUMN_mm = 36;
const PHONE_LINE_mm = 4.5;
const PHONE_HEAD_mm = 9;

/** Columns and height of `phoneList` on a page so wide. */
export function phoneListSize(
  people: readonly SheetPerson[],
  width_mm: number,
): { readonly columns: number; readonly height_mm: number } {
  const columns = Math.max(1, Math.floor(width_mm / PHONE_COLUMN_mm));
  const shown = people.filter(({ phone }) => phone !== '').length;
  return { columns, height_mm: shown === 0 ? 0 : PHONE_HEAD_mm + Math.ceil(shown / columns) * PHONE_LINE_mm };
}
