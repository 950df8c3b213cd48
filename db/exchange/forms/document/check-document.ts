import type { FormPlace } from '../../../model/forms/form-mapping.ts';
import { findTokens, readToken } from '../../../model/forms/form-token.ts';
import type { FormNames, Scope } from '../form-names.ts';
import type { FormProblem } from '../form-problem.ts';
import type { OfficeFile } from '../package/office-file.ts';
import { brokenStructure } from './fill-document.ts';
import { readWordParts, textOf, type WordPart } from './word-file.ts';
import { plainRows, putPlaces } from './word-marks.ts';

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
  const rows = new Set(plainRows(paragraphs, (inner) => names.needsRow(inner)));
  const open: Open[] = [];
  const problems: FormProblem[] = [];
  for (const { at, element, row } of paragraphs) {
    const outside = row !== null && rows.has(row) ? [names.subject.ledger] : names.outside;
    for (const { inner } of findTokens(textOf(element))) {
      const scope = open.findLast((part) => part.scope !== null)?.scope ?? outside;
      problems.push(...step(inner, { at, scope, open }, names));
    }
  }
  return [
    ...problems,
    ...open.map(({ at, token }): FormProblem => ({ at, code: 'unclosed', token, nearest: [] })),
  ];
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
    if (part === null) return trouble('unknown-part', token.name);
    return part.ledger.sensitive ? trouble('sensitive', token.name) : [];
  }
  if (token.kind === 'if') open.push({ at, token: inner, scope: null });
  const found = names.trouble(inner, scope);
  return found === null ? [] : [{ at, ...found }];
}
