import { FormRefused } from '../form-refused.ts';
import { targetsOf } from '../package/relations.ts';
import { parseXml, type XmlDocument, type XmlElement } from '../xml/xml-tree.ts';

/** Part of a document with text of its own. */
export interface WordPart {
  readonly name: string;
  readonly place: 'header' | 'body' | 'footer';
  readonly document: XmlDocument;
  /** Paragraphs in order; their numbers are what marks are kept by. */
  readonly paragraphs: readonly WordParagraph[];
}

/** A paragraph, without those of boxes that hang on it: they are paragraphs of their own. */
export interface WordParagraph {
  readonly at: string;
  readonly element: XmlElement;
  /** Table cells and rows around it, innermost first. */
  readonly cell: XmlElement | null;
  readonly row: XmlElement | null;
}

const order = { header: 0, body: 1, footer: 2 } as const;

/** Headers, the text, footers. @throws FormRefused when there is no text */
export function readWordParts(parts: ReadonlyMap<string, Buffer>): readonly WordPart[] {
  const main = targetsOf(parts, '').find(({ type }) => type === 'officeDocument')?.part ?? '';
  if (!parts.has(main)) throw new FormRefused('damaged');
  const places: readonly (readonly [string, WordPart['place']])[] = [
    [main, 'body'],
    ...targetsOf(parts, main).flatMap(({ type, part }): (readonly [string, WordPart['place']])[] =>
      type === 'header' || type === 'footer' ? [[part, type]] : [],
    ),
  ];
  return places
    .toSorted(([, one], [, other]) => order[one] - order[other])
    .flatMap(([name, place]) => {
      const content = parts.get(name);
      if (content === undefined) return [];
      const document = parseXml(content);
      return [{ name, place, document, paragraphs: paragraphsOf(name, document.root) }];
    });
}

function paragraphsOf(part: string, root: XmlElement): readonly WordParagraph[] {
  const found: WordParagraph[] = [];
  const walk = (element: XmlElement, around: Pick<WordParagraph, 'cell' | 'row'>): void => {
    if (element.name === 'p' && element.prefix === root.prefix) {
      found.push({ at: `${part}#${String(found.length)}`, element, ...around });
    }
    const inner =
      element.name === 'tr'
        ? { cell: null, row: element }
        : element.name === 'tc'
          ? { ...around, cell: element }
          : around;
    for (const child of element.elements()) walk(child, inner);
  };
  walk(root, { cell: null, row: null });
  return found;
}

/** The text pieces (`<w:t>`) of a paragraph in order. */
export function piecesOf(paragraph: XmlElement): readonly XmlElement[] {
  return paragraph.elements().flatMap((child) => {
    if (child.name === 't' && child.prefix === paragraph.prefix) return [child];
    return child.name === 'p' || child.name === 'txbxContent' || child.name === 'pPr' ? [] : piecesOf(child);
  });
}

export const textOf = (paragraph: XmlElement): string =>
  piecesOf(paragraph)
    .map((piece) => piece.text())
    .join('');
