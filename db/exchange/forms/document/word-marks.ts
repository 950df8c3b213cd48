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
    const rows = repeatedRows(paragraphs, needsRow);
    let isMarked = false;
    for (const paragraph of paragraphs) isMarked = markParagraph(paragraph) || isMarked;
    for (const [row, part] of rows) repeatRow(row, part, paragraphs);
    if (isMarked) marked.push(name);
  }
  return marked;
}

function markParagraph({ element, cell }: WordParagraph): boolean {
  const pieces = piecesOf(element);
  const text = textOf(element);
  const isInTable = cell !== null;
  const rowMark = isInTable ? rowMarkIn(text) : null;
  const marks = findTokens(text).map((token) => ({
    ...token,
    mark:
      rowMark !== null && rowMark.tokens.includes(token.start) ? '' : bounded(markOf(token.inner, isInTable)),
  }));
  let offset = 0;
  for (const piece of pieces) {
    const before = piece.text();
    const after = markPiece(before, offset, marks);
    if (after !== before) setPiece(piece, after);
    offset += before.length;
  }
  return marks.length > 0;
}

type Mark = FoundToken & { readonly mark: string };

/** `offset` is where the piece begins in the text of its paragraph. */
function markPiece(text: string, offset: number, marks: readonly Mark[]): string {
  let out = '';
  let at = offset;
  const end = offset + text.length;
  for (const { start, end: last, mark } of marks) {
    if (last <= offset || start >= end) continue;
    out += text.slice(at - offset, Math.max(start, offset) - offset);
    if (start >= offset) out += mark;
    at = Math.min(last, end);
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

/** A repeated part with nothing in it (`{#居住区间}{/}`), written in a cell, stands for the whole table row. */
export function rowMarkIn(
  text: string,
): { readonly name: string; readonly tokens: readonly number[] } | null {
  const tokens = findTokens(text).map((found) => ({ ...found, token: readToken(found.inner) }));
  for (const [i, { token, start, end }] of tokens.entries()) {
    const next = tokens[i + 1];
    if (token.kind !== 'repeat' || next?.token.kind !== 'end') continue;
    if (text.slice(end, next.start).trim() === '') return { name: token.name, tokens: [start, next.start] };
  }
  return null;
}

/**
 * Table rows that are repeated as a whole, with the name of the part: those with a row mark, and in a list those whose
 * tokens speak of its records and that stand in no repeated part (name empty).
 */
export function repeatedRows(
  paragraphs: readonly WordParagraph[],
  needsRow: (inner: string) => boolean,
): ReadonlyMap<XmlElement, string> {
  const rows = new Map<XmlElement, string>();
  for (const { element, row } of paragraphs) {
    const mark = row === null ? null : rowMarkIn(textOf(element));
    if (row !== null && mark !== null) rows.set(row, mark.name);
  }
  for (const row of listRows(paragraphs, needsRow)) if (!rows.has(row)) rows.set(row, '');
  return rows;
}

function listRows(
  paragraphs: readonly WordParagraph[],
  needsRow: (inner: string) => boolean,
): ReadonlySet<XmlElement> {
  const rows = new Set<XmlElement>();
  /** Parts and conditions that are open; `true` = a repeated part. */
  const open: boolean[] = [];
  const marks = paragraphs.flatMap(({ element, row }) =>
    findTokens(textOf(element)).map(({ inner }) => ({ inner, row })),
  );
  for (const { inner, row } of marks) {
    const { kind } = readToken(inner);
    if (kind === 'end') open.pop();
    else if (kind === 'repeat') open.push(true);
    else {
      if (row !== null && !open.includes(true) && needsRow(inner)) rows.add(row);
      if (kind === 'if') open.push(false);
    }
  }
  return rows;
}

function repeatRow(row: XmlElement, part: string, paragraphs: readonly WordParagraph[]): void {
  const within = paragraphs.filter((paragraph) => paragraph.row === row);
  const [first, last] = [within[0], within.at(-1)];
  if (first === undefined || last === undefined) return;
  addRun(first.element, bounded(`-w:tr k:${part}`), 'start');
  addRun(last.element, bounded('/'), 'end');
}
