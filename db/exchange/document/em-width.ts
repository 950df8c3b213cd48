/** Width of Latin letters and digits over a Chinese character: the interface's widest, tabular ones. */
const LATIN_EM = 0.58;

/** Width of a text on one line in em, the width of a Chinese character. */
export function emWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : LATIN_EM;
  return width;
}
