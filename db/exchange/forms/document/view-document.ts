import type { OfficeFile } from '../package/office-file.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { readWordParts, textOf, type WordPart } from './word-file.ts';

/** A paragraph as the window shows it, where one can click. */
interface ParagraphView {
  readonly at: string;
  readonly text: string;
}

/** A piece of a document in reading order: a paragraph, or a table of paragraphs. */
type BlockView =
  | { readonly kind: 'paragraph'; readonly paragraph: ParagraphView }
  | {
      readonly kind: 'table';
      readonly rows: readonly {
        readonly cells: readonly {
          readonly columns: number;
          readonly paragraphs: readonly ParagraphView[];
        }[];
      }[];
    };

/** Header, text or footer. */
export interface PartView {
  readonly place: WordPart['place'];
  readonly blocks: readonly BlockView[];
}

/** Longer documents are better marked in the file itself. */
const MOST_PARAGRAPHS = 600;

/** The parts of a document with text, as blocks to click. Empty headers and footers are left out. */
export function viewDocument(file: OfficeFile): readonly PartView[] {
  return readWordParts(file.parts).flatMap((part): PartView[] => {
    const hasText = part.paragraphs.some(({ element }) => textOf(element) !== '');
    if (part.place !== 'body' && !hasText) return [];
    const shown = part.paragraphs.slice(0, MOST_PARAGRAPHS);
    const views = new Map(shown.map(({ element, at }) => [element, { at, text: textOf(element) }]));
    return [{ place: part.place, blocks: blocksIn(part.document.root, views) }];
  });
}

type Views = ReadonlyMap<XmlElement, ParagraphView>;

function blocksIn(element: XmlElement, views: Views): readonly BlockView[] {
  return element.elements().flatMap((child): readonly BlockView[] => {
    if (child.name === 'tbl') return [{ kind: 'table', rows: rowsOf(child, views) }];
    const paragraph = views.get(child);
    const inner = blocksIn(child, views);
    return paragraph === undefined ? inner : [{ kind: 'paragraph', paragraph }, ...inner];
  });
}

function rowsOf(table: XmlElement, views: Views) {
  return table.elements('tr').map((row) => ({
    cells: row.elements('tc').map((cell) => ({
      columns: Number(cell.child('tcPr')?.child('gridSpan')?.attribute(`${cell.prefix}val`) ?? 1),
      // A table inside a cell is shown by its paragraphs.
      paragraphs: [...cell.descendants()].flatMap((child) => views.get(child) ?? []),
    })),
  }));
}
