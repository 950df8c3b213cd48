import { findTokens, readToken, type FormToken } from '../../model/forms/form-token.ts';
import type { FormRow, FormSource } from './form-source.ts';

/** A piece of a text to be put in the place of another. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a text with tokens becomes: values in, conditions carried out, marks of repeated parts away. */
function editsOf(text: string, source: FormSource, rows: readonly FormRow[]): readonly Edit[] {
  const edits: Edit[] = [];
  /** Where each open condition began, when it does not hold; inside of one that does not, nothing is looked at. */
  const open: (number | null)[] = [];
  for (const { start, end, inner } of findTokens(text)) {
    const token = readToken(inner);
    const begun = token.kind === 'end' ? (open.pop() ?? null) : null;
    const isLeftOut = open.some((at) => at !== null);
    const isKept = token.kind !== 'if' || isLeftOut || source.holds(inner, rows);
    if (token.kind === 'if') open.push(isKept ? null : start);
    if (isLeftOut || !isKept) continue;
    edits.push({ start: begun ?? start, end, text: isValue(token) ? source.value(inner, rows).text : '' });
  }
  return edits;
}

const isValue = ({ kind }: FormToken): boolean => !['end', 'if', 'repeat'].includes(kind);

/**
 * Fills a text that stands in several pieces of different looks (runs): a value takes the look of the piece its token
 * begins in. Answers the new texts of the pieces.
 */
export function fillPieces(
  pieces: readonly string[],
  source: FormSource,
  rows: readonly FormRow[],
): readonly string[] {
  const edits = editsOf(pieces.join(''), source, rows);
  let offset = 0;
  return pieces.map((piece) => {
    const [from, to] = [offset, offset + piece.length];
    offset = to;
    let out = '';
    let at = from;
    for (const edit of edits) {
      if (edit.end <= from || edit.start >= to) continue;
      out += piece.slice(at - from, Math.max(edit.start, from) - from);
      if (edit.start >= from) out += edit.text;
      at = Math.min(edit.end, to);
    }
    return out + piece.slice(at - from);
  });
}

/** The only value token of a text, when nothing else stands in it but marks of a repeated part; `null` otherwise. */
export function onlyToken(text: string): string | null {
  const tokens = findTokens(text);
  const values = tokens.filter(({ inner }) => isValue(readToken(inner)));
  const hasCondition = tokens.some(({ inner }) => readToken(inner).kind === 'if');
  const [only] = values;
  if (only === undefined || values.length > 1 || hasCondition) return null;
  let rest = '';
  let at = 0;
  for (const { start, end } of tokens) {
    rest += text.slice(at, start);
    at = end;
  }
  return (rest + text.slice(at)).trim() === '' ? only.inner : null;
}
