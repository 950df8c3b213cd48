import type { FormPlace } from '../../../model/forms/form-mapping.ts';
import { findTokens, readToken, type FoundToken } from '../../../model/forms/form-token.ts';
import type { FormProblem } from '../form-problem.ts';
import { newElement, type XmlElement } from '../xml/xml-tree.ts';
import { piecesOf, textOf, type WordParagraph, type WordPart } from './word-file.ts';

/**
 * Bounds of a mark as the filling library reads it: two code points Unicode keeps for uses like this one, so that stray
 * braces of the form stay text.
 */
export const markBounds = { start: '\ufdd0', end: '\ufdd1' } as const;

/** Writes clicked marks into their paragraphs. */
export function putPlaces(parts: readonly WordPart[], places: readonly FormPlace[]): readonly FormProblem[] {
  const byPlace = new Map(parts.flatMap(({ paragraphs }) => paragraphs).map((found) => [found.at, found]));
  return places.flatMap(({ at, text }): FormProblem[] => {
    const paragraph = byPlace.get(at);
    if (paragraph === undefined) return [{ at, code: 'no-such-place', token: text, nearest: [] }];
    putText(paragraph.element, text);
    return [];
  });
}

/** The text goes into the first piece and takes its look; an empty paragraph gets a piece with the look of its mark. */
function putText(paragraph: XmlElement, text: string): void {
  const [first, ...others] = piecesOf(paragraph);
  for (const piece of others) piece.setText('');
  if (first === undefined) addRun(paragraph, text, 'end');
  else setPiece(first, text);
}

function setPiece(piece: XmlElement, text: string): void {
  piece.set('xml:space', 'preserve');
  piece.setText(text);
}

function addRun(paragraph: XmlElement, text: string, where: 'start' | 'end'): void {
  const { prefix } = paragraph;
  const look = paragraph.child('pPr')?.child('rPr');
  const run = newElement(prefix, 'r');
  const piece = newElement(prefix, 't');
  setPiece(piece, text);
  run.children = look === undefined ? [piece] : [look.clone(), piece];
  const head = paragraph.children.findIndex((child) => typeof child !== 'string' && child.name === 'pPr');
  paragraph.children.splice(where === 'end' ? paragraph.children.length : head + 1, 0, run);
}

/**
 * Writes the tokens as marks of the filling library, each in the piece it begins in: `v:` a value, `#r:` a repeated part,
 * `#k:` one inside a table, which keeps an empty copy when there is no record, `#i:` a condition, `/` an end.
 */
export function writeMarks(
  parts: readonly WordPart[],
  needsRow: (inner: string) => boolean,
): readonly string[] {
  const marked: string[] = [];
  for (const { name, paragraphs } of parts) {
    const rows = plainRows(paragraphs, needsRow);
    let isMarked = false;
    for (const paragraph of paragraphs) isMarked = markParagraph(paragraph) || isMarked;
    for (const row of rows) repeatRow(row, paragraphs);
    if (isMarked) marked.push(name);
  }
  return marked;
}

function markParagraph({ element, cell }: WordParagraph): boolean {
  const pieces = piecesOf(element);
  const tokens = findTokens(textOf(element));
  let offset = 0;
  for (const piece of pieces) {
    const text = piece.text();
    const marked = markPiece(text, { offset, tokens, isInTable: cell !== null });
    if (marked !== text) setPiece(piece, marked);
    offset += text.length;
  }
  return tokens.length > 0;
}

interface PiecePlace {
  /** Where the piece begins in the text of its paragraph. */
  readonly offset: number;
  readonly tokens: readonly FoundToken[];
  readonly isInTable: boolean;
}

function markPiece(text: string, { offset, tokens, isInTable }: PiecePlace): string {
  let out = '';
  let at = offset;
  const end = offset + text.length;
  for (const token of tokens) {
    if (token.end <= offset || token.start >= end) continue;
    out += text.slice(at - offset, Math.max(token.start, offset) - offset);
    if (token.start >= offset) out += bounded(markOf(token.inner, isInTable));
    at = Math.min(token.end, end);
  }
  return out + text.slice(at - offset);
}

const bounded = (mark: string): string => `${markBounds.start}${mark}${markBounds.end}`;

function markOf(inner: string, isInTable: boolean): string {
  const token = readToken(inner);
  if (token.kind === 'repeat') return `#${isInTable ? 'k' : 'r'}:${token.name}`;
  if (token.kind === 'if') return `#i:${inner}`;
  return token.kind === 'end' ? '/' : `v:${inner}`;
}

/** Table rows of a list whose tokens speak of its records and that stand in no repeated part: repeated of themselves. */
export function plainRows(
  paragraphs: readonly WordParagraph[],
  needsRow: (inner: string) => boolean,
): readonly XmlElement[] {
  const rows = new Set<XmlElement>();
  const open: boolean[] = [];
  for (const { element, row } of paragraphs) {
    for (const { inner } of findTokens(textOf(element))) {
      const { kind } = readToken(inner);
      if (kind === 'repeat') open.push(true);
      else if (kind === 'end') open.pop();
      else {
        if (row !== null && !open.includes(true) && needsRow(inner)) rows.add(row);
        if (kind === 'if') open.push(false);
      }
    }
  }
  return [...rows];
}

function repeatRow(row: XmlElement, paragraphs: readonly WordParagraph[]): void {
  const within = paragraphs.filter((paragraph) => paragraph.row === row);
  const [first, last] = [within[0], within.at(-1)];
  if (first === undefined || last === undefined) return;
  addRun(first.element, bounded('-w:tr k:'), 'start');
  addRun(last.element, bounded('/'), 'end');
}
