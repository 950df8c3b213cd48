import { newElement, type XmlElement } from '../xml/xml-tree.ts';

/**
 * The text of a cell as an inline string (`<is>`) with the looks of its pieces; `null` = the cell holds no text.
 * Text a formula makes is not the clerk's.
 */
export function inlineText(cell: XmlElement, strings: readonly XmlElement[]): XmlElement | null {
  if (cell.child('f') !== undefined) return null;
  const type = cell.attribute('t');
  if (type === 'inlineStr') return cell.child('is')?.clone() ?? null;
  if (type === 'str') return plainInline(cell.prefix, cell.child('v')?.text() ?? '');
  if (type !== 's') return null;
  const item = strings[Number(cell.child('v')?.text() ?? '-1')];
  if (item === undefined) return null;
  const inline = newElement(cell.prefix, 'is');
  // Readings (`rPh`) belong to the old text.
  inline.children = item
    .elements()
    .filter(({ name }) => name === 't' || name === 'r')
    .map((piece) => piece.clone());
  return inline;
}

/** A text without looks of its own. */
export function plainInline(prefix: string, text: string): XmlElement {
  const inline = newElement(prefix, 'is');
  const piece = newElement(prefix, 't', { 'xml:space': 'preserve' });
  piece.setText(text);
  inline.children = [piece];
  return inline;
}

/** Pieces of a text: its `<t>` elements in order. */
export function piecesOf(inline: XmlElement): readonly XmlElement[] {
  return inline.elements().flatMap((child) => (child.name === 't' ? [child] : child.elements('t')));
}

/** What a reader sees in a cell as it stands in the file; last value of a formula. */
export function shownText(cell: XmlElement, strings: readonly XmlElement[]): string {
  const inline = inlineText(cell, strings);
  if (inline !== null)
    return piecesOf(inline)
      .map((piece) => piece.text())
      .join('');
  return cell.child('v')?.text() ?? '';
}
