/**
 * Page numbers of a document whose parts must name their pages (a dossier). The data process cannot know where a page ends, so
 * it leaves marks: a part has anchors `X` and `X-end`, both linked to, and the broker lays the document out once to see on
 * which pages they fall, fills the marks and lays it out again. Numbers run from 1 on the first part to the end of the last;
 * what stands before (cover, contents) and behind (back cover) has none.
 *
 * Marks: `⟦start:X⟧` and `⟦last⟧` become numbers, `⟦tail:X⟧` `-5` or nothing where the part has one page; `⟦numbers:X⟧` one `<div class="page-no">` for each page of the part.
 * The brackets are U+E000 and U+E001, private characters.
 */
const mark = /\uE000(start|tail|numbers|last)(?::([a-z0-9-]+))?\uE001/g;

/** Which page an anchor falls on, from 0. */
type Anchors = ReadonlyMap<string, number>;

/** The document before anything is known: numbers as wide as they will be, no number on a page. */
export const withoutNumbers = (html: string): string =>
  html.replace(mark, (_, what: string) => (what === 'numbers' ? '' : '00'));

/** The document with its numbers. @throws when a part it names is on no page. */
export function withNumbers(html: string, anchors: Anchors): string {
  const parts = [...anchors.keys()].filter((name) => anchors.has(`${name}-end`));
  const first = Math.min(...parts.map((name) => pageOf(anchors, name)));
  const last = Math.max(...parts.map((name) => pageOf(anchors, `${name}-end`)));
  return html.replace(mark, (_, what: string, name: string | undefined) => {
    if (what === 'last') return String(parts.length === 0 ? 0 : last - first + 1);
    const [from, to] = [pageOf(anchors, name ?? ''), pageOf(anchors, `${name ?? ''}-end`)];
    if (what === 'start') return String(from - first + 1);
    if (what === 'tail') return to === from ? '' : `-${String(to - first + 1)}`;
    return Array.from(
      { length: to - from + 1 },
      (__, at) =>
        `<div class="page-no" style="top:calc(${String(at)} * var(--sheet))">${String(from - first + 1 + at)}</div>`,
    ).join('');
  });
}

function pageOf(anchors: Anchors, name: string): number {
  const page = anchors.get(name);
  if (page === undefined) throw new Error(`the part ${name} is on no page`);
  return page;
}

/**
 * Anchors that are linked to, with their pages, from a PDF as Chromium writes it: a classic cross-reference table, a page tree
 * and named destinations (ISO 32000-1 §7.5.4, §7.7.3, §12.3.2.3). @throws when it is none.
 */
export function readAnchors(pdf: Uint8Array): Anchors {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const objects = readObjects(text);
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const catalog = objects.get(reference(trailer, 'Root')) ?? '';
  const pages = leaves(objects, reference(catalog, 'Pages'));
  const places = new Map(pages.map((page, at) => [page, at]));
  const dests = objects.get(reference(catalog, 'Dests')) ?? '';
  const named = [...dests.matchAll(/\/([A-Za-z0-9-]+)\s*\[\s*(\d+) 0 R/g)];
  return new Map(
    named.flatMap(([, name = '', page = '']): (readonly [string, number])[] => {
      const at = places.get(Number(page));
      return at === undefined ? [] : [[name, at]];
    }),
  );
}

/** Dictionaries of the objects, by number. */
function readObjects(text: string): ReadonlyMap<number, string> {
  const [, start = ''] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text) ?? [];
  const table = /^xref\s+0 \d+\s+((?:\d{10} \d{5} [nf]\s+)+)/.exec(text.slice(Number(start)));
  if (start === '' || table === null) throw new Error('the PDF has no cross-reference table');
  const offsets = [...(table[1] ?? '').matchAll(/(\d{10}) \d{5} ([nf])/g)];
  return new Map(
    offsets.flatMap(([, offset = '', kind], number): (readonly [number, string])[] => {
      if (kind === 'f') return [];
      const from = Number(offset);
      const ends = ['endobj', 'stream'].map((word) => text.indexOf(word, from)).filter((at) => at >= 0);
      return [[number, text.slice(from, Math.min(...ends))]];
    }),
  );
}

const reference = (dictionary: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? Number.NaN);

/** Numbers of the pages below a node of the page tree, in their order. */
function leaves(objects: ReadonlyMap<number, string>, node: number): readonly number[] {
  const dictionary = objects.get(node) ?? '';
  const kids = /\/Kids \[([^\]]*)\]/.exec(dictionary)?.[1];
  if (kids === undefined) return [node];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => leaves(objects, Number(kid)));
}
