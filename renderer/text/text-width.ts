/** Widths of the interface's type (14 pixels): a Chinese character, and at most a Latin letter or digit. */
const HAN_PX = 14;
export const LETTER_PX = 8;

/** Width of a text on one line, pixels, to decide before anything is drawn. */
export function textWidth(text: string): number {
  const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) > 0x2e7f;
  return [...text].reduce((sum, character) => sum + (isWide(character) ? HAN_PX : LETTER_PX), 0);
}
