import { emWidth } from '../../document/em-width.ts';

/** Widths in characters of the default font; a Chinese character is two. */
const NARROWEST = 6;
const WIDEST = 44;
/** Room beside the text, and for the button of a filter. */
const MARGIN = 3;

/** Characters a text takes; of several lines the longest. */
const charactersOf = (text: string): number =>
  Math.max(...text.split('\n').map((line) => Math.ceil(emWidth(line) * 2)));

/** Width of a column for these texts. Beyond `widest` a cell has to wrap, see `isWider`. */
export const widthFor = (texts: Iterable<string>, widest: number = WIDEST): number => {
  let width = NARROWEST;
  for (const text of texts) width = Math.max(width, charactersOf(text) + MARGIN);
  return Math.min(widest, width);
};

/** True when a text does not stand on one line of a column. */
export const isWider = (text: string, width: number): boolean =>
  // No character takes more than two; most cells need no closer look.
  text.length * 2 > width && charactersOf(text) > width;
