import { FormRefused } from '../form-refused.ts';
import { parseXml, type XmlElement } from '../xml/xml-tree.ts';
import { relationsOf, type Relation } from './relations.ts';

/** Kinds of file that can be filled. */
export type FormFileKind = 'xlsx' | 'docx';

type PartsByName = ReadonlyMap<string, Buffer>;

const mainTypes: readonly (readonly [FormFileKind, string])[] = [
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
];

/** What kind of file the package says it is; judged by its content types, never by the name of the file. */
export function kindOfPackage(parts: PartsByName): FormFileKind {
  const types = parts.get('[Content_Types].xml');
  if (types === undefined) throw new FormRefused('wrong-type');
  const declared = parseXml(types).root.children.flatMap((child) =>
    typeof child === 'string' ? [] : [child.attribute('ContentType') ?? ''],
  );
  if (declared.some((type) => /macroEnabled|vbaProject|macrosheet/iu.test(type)))
    throw new FormRefused('has-macros');
  const kind = mainTypes.find(([, type]) => declared.includes(type))?.[0];
  if (kind === undefined) throw new FormRefused('wrong-type');
  return kind;
}

/** Refuses what runs, what reaches out, and what hides another file. @throws FormRefused */
export function refuseDanger(parts: PartsByName): void {
  for (const [name, content] of parts) {
    if (/vbaProject|vbaData|macrosheets\/|dialogsheets\//iu.test(name)) throw new FormRefused('has-macros');
    if (/(^|\/)(embeddings|activeX|webextensions)\//iu.test(name)) refuseObject(name);
    if (/(^|\/)(externalLinks|queryTables)\/|(^|\/)connections\.xml$/iu.test(name)) refuseLink(name);
    if (/\.(xml|rels|vml)$/iu.test(name)) refuseDoctype(content);
    if (/\.rels$/iu.test(name)) for (const relation of relationsOf(content)) refuseRelation(relation);
    if (/^xl\/workbook\.xml$|^xl\/worksheets\/[^/]+\.xml$/iu.test(name))
      refuseFormulas(parseXml(content).root);
    if (/^word\/[^/]+\.xml$/iu.test(name)) refuseFields(parseXml(content).root);
  }
}

function refuseObject(what: string): never {
  throw new FormRefused('has-objects', { what });
}

function refuseLink(what: string): never {
  throw new FormRefused('has-links', { what });
}

/** No office program writes one; with it come entities. Other encodings than UTF-8 would hide it from this look. */
function refuseDoctype(content: Buffer): void {
  if (content.includes(0)) throw new FormRefused('damaged');
  if (/<!(DOCTYPE|ENTITY)/iu.test(content.toString('latin1'))) throw new FormRefused('has-doctype');
}

const runs = /(vbaProject|wordVbaData|xlMacrosheet|xlIntlMacrosheet)$/iu;
const hides = /(oleObject|package|control|activeXControlBinary|aFChunk|webextension(taskpanes)?)$/iu;
const reaches = /(externalLink|externalLinkPath|connections|queryTable|subDocument|frame)$/iu;

/**
 * External targets are allowed where only a click leads there (a link to a page or a mail address), and for the name of
 * the template on the author's own disk, which Word writes of itself and never fetches.
 */
function refuseRelation({ type, target, isExternal }: Relation): void {
  if (runs.test(type)) throw new FormRefused('has-macros');
  if (hides.test(type) && !(type.endsWith('/core-properties') || isRootPackage(type))) refuseObject(target);
  if (reaches.test(type)) refuseLink(target);
  if (!isExternal) return;
  const isClicked = type.endsWith('/hyperlink') && /^(https?:|mailto:|#)/iu.test(target);
  const isOwnTemplate = type.endsWith('/attachedTemplate') && /^(file:\/\/\/)?[a-z]:[\\/]/iu.test(target);
  if (!isClicked && !isOwnTemplate) refuseLink(target);
}

const isRootPackage = (type: string): boolean => type.includes('/package/2006/relationships/metadata/');

/** Names that run when the file is opened, and functions that call programs or fetch pages. */
function refuseFormulas(root: XmlElement): void {
  for (const element of root.descendants()) {
    if (element.name === 'definedName') {
      const isRun = /^_xlnm\.Auto_/iu.test(element.attribute('name') ?? '');
      if (isRun || element.attribute('xlm') === '1' || element.attribute('vbProcedure') === '1')
        throw new FormRefused('has-macros');
    }
    if (element.name !== 'f' && element.name !== 'definedName') continue;
    // A stroke inside a text is only a stroke.
    const bare = element.text().replace(/"(?:[^"]|"")*"/gu, '');
    const called = /\b(WEBSERVICE|CALL|REGISTER(\.ID)?|EXEC|RTD|SQL\.REQUEST)\s*\(|\|'/iu.exec(bare);
    if (called !== null) refuseLink(called[0]);
  }
}

/** Fields that fetch (DDE, INCLUDETEXT …). A field's words may be cut over several runs, so they are put together. */
function refuseFields(root: XmlElement): void {
  let words = '';
  for (const element of root.descendants()) {
    if (element.name === 'instrText') words += element.text();
    if (element.name === 'fldSimple') words += ` ${element.attribute('instr') ?? ''} `;
    if (element.name === 'fldChar') words += ' ';
  }
  const fetched = /(^|\s)(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE)(\s|$)/iu.exec(words);
  if (fetched !== null) refuseLink(fetched[2] ?? '');
}
