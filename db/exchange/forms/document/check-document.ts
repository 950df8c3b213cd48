import type { FormPlace } from '../../../model/forms/form-mapping.ts';
import { findTokens, readToken } from '../../../model/forms/form-token.ts';
import type { FormNames, Scope } from '../form-names.ts';
import type { FormProblem } from '../form-problem.ts';
import type { OfficeFile } from '../package/office-file.ts';
import { brokenStructure } from './fill-document.ts';
import { readWordParts, textOf, type WordPart } from './word-file.ts';
import { putPlaces, repeatedRows, rowMarkIn } from './word-marks.ts';

/** What is wrong with the marks of a document, and how many there are. */
export function checkDocument(
  file: OfficeFile,
  places: readonly FormPlace[],
  names: FormNames,
): { readonly marks: number; readonly problems: readonly FormProblem[] } {
  const parts = readWordParts(file.parts);
  const problems: FormProblem[] = [...putPlaces(parts, places)];
  const texts = parts.flatMap(({ paragraphs }) => paragraphs.map(({ element }) => textOf(element)));
  for (const part of parts) problems.push(...troubles(part, names));
  // Whether parts end where the document lets them is best asked of the library, once every mark as such is right.
  if (problems.length === 0)
    problems.push(...brokenStructure(file, places, (inner) => names.needsRow(inner)));
  return { marks: texts.reduce((sum, text) => sum + findTokens(text).length, 0), problems };
}

/** A part or condition that is open while the text is walked. */
interface Open {
  readonly at: string;
  readonly token: string;
  readonly scope: Scope | null;
}

function troubles({ paragraphs }: WordPart, names: FormNames): readonly FormProblem[] {
  const rows = repeatedRows(paragraphs, (inner) => names.needsRow(inner));
  const open: Open[] = [];
  const problems: FormProblem[] = [];
  for (const { at, element, row } of paragraphs) {
    const text = textOf(element);
    const part = row === null ? undefined : rows.get(row);
    const mark = row === null ? null : rowMarkIn(text);
    if (mark !== null) problems.push(...partTroubles({ at, name: mark.name, scope: names.outside }, names));
    const outside = rowScope(part, names);
    for (const { inner, start } of findTokens(text)) {
      if (mark?.tokens.includes(start) === true) continue;
      const scope = open.findLast(({ scope: own }) => own !== null)?.scope ?? outside;
      problems.push(...step(inner, { at, scope, open }, names));
    }
  }
  return [
    ...problems,
    ...open.map(({ at, token }): FormProblem => ({ at, code: 'unclosed', token, nearest: [] })),
  ];
}

/** Ledgers around a token in a table row: `undefined` = the row is not repeated, empty = by the list. */
function rowScope(part: string | undefined, names: FormNames): Scope {
  if (part === undefined) return names.outside;
  if (part === '') return [names.subject.ledger];
  const found = names.part(part, names.outside);
  return found === null ? names.outside : [found.ledger, ...names.outside];
}

function partTroubles(
  { at, name, scope }: { readonly at: string; readonly name: string; readonly scope: Scope },
  names: FormNames,
): readonly FormProblem[] {
  const part = names.part(name, scope);
  const code = part === null ? 'unknown-part' : part.ledger.sensitive ? 'sensitive' : null;
  return code === null ? [] : [{ at, code, token: name, nearest: [] }];
}

interface Standing {
  readonly at: string;
  readonly scope: Scope;
  /** Changed by the step. */
  readonly open: Open[];
}

function step(inner: string, { at, scope, open }: Standing, names: FormNames): readonly FormProblem[] {
  const token = readToken(inner);
  const trouble = (code: FormProblem['code'], of: string): FormProblem[] => [
    { at, code, token: of, nearest: [] },
  ];
  if (token.kind === 'end') return open.pop() === undefined ? trouble('unopened', inner) : [];
  if (token.kind === 'repeat') {
    const part = names.part(token.name, scope);
    open.push({ at, token: inner, scope: part === null ? scope : [part.ledger, ...scope] });
    return partTroubles({ at, name: token.name, scope }, names);
  }
  if (token.kind === 'if') open.push({ at, token: inner, scope: null });
  const found = names.trouble(inner, scope);
  return found === null ? [] : [{ at, ...found }];
}
