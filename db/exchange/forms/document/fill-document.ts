import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { FormPlace } from '../../../model/forms/form-mapping.ts';
import type { FormProblem } from '../form-problem.ts';
import type { FormRow, FormSource } from '../form-source.ts';
import type { OfficeFile } from '../package/office-file.ts';
import { parseXml, writeXml } from '../xml/xml-tree.ts';
import { uniqueMarks } from './unique-marks.ts';
import { readWordParts } from './word-file.ts';
import { markBounds, putPlaces, writeMarks } from './word-marks.ts';

/** What the library walks through: the form itself, a record, or an empty table row. */
type Scope = { readonly isForm: true } | { readonly isBlank: true } | FormRow;

/**
 * Fills a document. The library carries out repeated parts and conditions and puts values in as text; parts without
 * marks are passed on byte for byte. Marks must have been checked.
 */
export function fillDocument(
  office: OfficeFile,
  {
    places,
    source,
    rows,
  }: {
    readonly places: readonly FormPlace[];
    readonly source: FormSource;
    readonly rows: readonly FormRow[];
  },
): ReadonlyMap<string, Buffer> {
  const { parts, marked } = markedParts(office, places, (inner) => source.needsRow(inner));
  if (marked.length === 0) return parts;
  const template = openTemplate(parts, (tag) => ({
    get: (_, context) => valueOf(tag, { source, rows }, context),
  }));
  const form: Scope = { isForm: true };
  template.render(form);
  const filled = template.getZip();
  for (const name of marked) {
    const content = filled.file(name)?.asNodeBuffer();
    if (content !== undefined) parts.set(name, withUniqueMarks(content));
  }
  return parts;
}

function withUniqueMarks(content: Buffer): Buffer {
  const document = parseXml(content);
  return uniqueMarks(document.root) ? writeXml(document) : content;
}

/** Repeated parts and conditions that begin and end where a document cannot be cut (a row begun, a paragraph ended). */
export function brokenStructure(
  office: OfficeFile,
  places: readonly FormPlace[],
  needsRow: (inner: string) => boolean,
): readonly FormProblem[] {
  const { parts, marked } = markedParts(office, places, needsRow);
  if (marked.length === 0) return [];
  try {
    openTemplate(parts, () => ({ get: () => '' }));
    return [];
  } catch (cause) {
    if (!isTemplateError(cause)) throw cause;
    return (cause.properties.errors ?? [cause]).map(({ properties }) => ({
      at: properties.file ?? '',
      code: 'crossing',
      token: (properties.xtag ?? '').replace(/^#?[rkiv]:/u, ''),
      nearest: [],
    }));
  }
}

function markedParts(
  office: OfficeFile,
  places: readonly FormPlace[],
  needsRow: (inner: string) => boolean,
): { readonly parts: Map<string, Buffer>; readonly marked: readonly string[] } {
  const parts = new Map(office.parts);
  const words = readWordParts(parts);
  putPlaces(words, places);
  const marked = writeMarks(words, needsRow);
  for (const { name, document } of words) if (marked.includes(name)) parts.set(name, writeXml(document));
  return { parts, marked };
}

function openTemplate(
  parts: ReadonlyMap<string, Buffer>,
  parser: (tag: string) => {
    get(scope: unknown, context: { readonly scopeList: readonly unknown[] }): unknown;
  },
): Docxtemplater<PizZip> {
  const zip = new PizZip();
  for (const [name, content] of parts) zip.file(name, content);
  return new Docxtemplater(zip, {
    delimiters: markBounds,
    parser,
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    nullGetter: () => '',
    errorLogging: false,
  });
}

interface Filling {
  readonly source: FormSource;
  readonly rows: readonly FormRow[];
}

/** What a mark comes to: text, whether a condition holds, or the records of a repeated part. */
function valueOf(
  tag: string,
  { source, rows: form }: Filling,
  { scopeList }: { readonly scopeList: readonly unknown[] },
): unknown {
  const scopes = [...new Set(scopeList)].filter(isScope);
  const isBlank = scopes.some((scope) => 'isBlank' in scope);
  const rows = [...scopes.flatMap((scope) => ('ledger' in scope ? [scope] : [])).toReversed(), ...form];
  const inner = tag.slice(2);
  if (tag.startsWith('i:')) return !isBlank && source.holds(inner, rows);
  if (tag.startsWith('r:') || tag.startsWith('k:')) {
    const records: readonly Scope[] = source.repeated(inner, rows);
    return records.length === 0 && tag.startsWith('k:') ? [{ isBlank: true }] : records;
  }
  return isBlank ? '' : source.value(inner, rows).text;
}

/** The library hands back what it was given: the form, and what repeated parts answered. */
const isScope = (scope: unknown): scope is Scope => typeof scope === 'object' && scope !== null;

interface TemplateError {
  readonly properties: {
    readonly file?: string;
    readonly xtag?: string;
    readonly errors?: readonly TemplateError[];
  };
}

const isTemplateError = (cause: unknown): cause is TemplateError =>
  cause instanceof Error && 'properties' in cause && typeof cause.properties === 'object';
