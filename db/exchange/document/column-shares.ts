import { emWidth } from './em-width.ts';

/** Left and right of a cell's text, with its line. */
const PADDING_EM = 1.2;
/** Cells looked at; the widths of the first some hundred rows are those of the rest. */
const SAMPLE = 400;
/** One row in twenty may break its line: a single name of 60 characters must not take the room of all others, */
const QUANTILE = 0.95;
/** but no text is broken into more lines than this, or its row would push the next page half empty. */
const MOST_LINES = 8;

/** A text of digits and letters up to this is a number, a day or a code; a longer one is prose in another language. */
const LONGEST_WHOLE_EM = 14;
/** No column of words gets less. */
const NARROWEST_EM = 4;
const hanCharacter = /\p{Script=Han}/u;

/** What a column of a printed table holds. */
export interface PrintedColumn {
  readonly label: string;
  readonly texts: readonly string[];
}

/**
 * Shares of the table's width by column, in per cent, adding up to `whole`. What everything needs on one line is given
 * where it fits into `room` (em); else the widest columns of words are cut alike until it does. Numbers and days are
 * never broken.
 */
export function columnShares(
  columns: readonly PrintedColumn[],
  { room, whole = 100 }: { readonly room: number; readonly whole?: number },
): readonly number[] {
  const needs = columns.map(needOf);
  const kept = needs.filter(({ isWhole }) => isWhole).reduce((sum, { width }) => sum + width, 0);
  const others = needs.filter(({ isWhole }) => !isWhole).map(({ width }) => width);
  const limit = Math.max(limitFor(others, room - kept), NARROWEST_EM);
  const widths = needs.map(({ width, isWhole }) => (isWhole ? width : Math.min(width, limit)));
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => (width / sum) * whole);
}

interface Need {
  readonly width: number;
  /** Without Chinese characters, between which a line may break. */
  readonly isWhole: boolean;
}

function needOf({ label, texts }: PrintedColumn): Need {
  const sample = texts.slice(0, SAMPLE);
  const widths = sample.map(emWidth).toSorted((a, b) => a - b);
  const usual = widths[Math.max(0, Math.ceil(widths.length * QUANTILE) - 1)] ?? 0;
  const longest = widths.at(-1) ?? 0;
  const isWhole =
    longest > 0 && longest <= LONGEST_WHOLE_EM && !sample.some((text) => hanCharacter.test(text));
  const inner = isWhole ? longest : Math.max(usual, longest / MOST_LINES);
  return { width: Math.max(inner, emWidth(label)) + PADDING_EM, isWhole };
}

/** Widest a column may be so that all fit: the water level over the needs. */
function limitFor(needs: readonly number[], room: number): number {
  let left = room;
  for (const [index, need] of needs.toSorted((a, b) => a - b).entries()) {
    const each = left / (needs.length - index);
    if (need > each) return each;
    left -= need;
  }
  return Infinity;
}
