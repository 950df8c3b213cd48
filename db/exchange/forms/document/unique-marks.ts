import type { XmlElement } from '../xml/xml-tree.ts';

/** Elements that stand for one place of the text, by what names it: a copy of a row would put the place there twice. */
const places: Readonly<Record<string, string>> = {
  bookmarkStart: 'id',
  bookmarkEnd: 'id',
  commentRangeStart: 'id',
  commentRangeEnd: 'id',
  commentReference: 'id',
};
/** Numbers of paragraphs that other parts (threads of comments) refer to. */
const paragraphNumbers = ['paraId', 'textId'] as const;

/**
 * Makes names unique again after rows and paragraphs were repeated: Word calls a file damaged that has a bookmark twice,
 * and loses drawings of one number. The first copy keeps its bookmarks, comments and numbers. Answers whether anything
 * was changed.
 */
export function uniqueMarks(root: XmlElement): boolean {
  const seen = new Set<string>();
  const isNew = (what: string, name: string | undefined): boolean => {
    const key = `${what} ${name ?? ''}`;
    return name === undefined || (!seen.has(key) && seen.add(key).size > 0);
  };
  const drawings = [...root.descendants()].filter(({ name }) => name === 'docPr');
  let free = Math.max(0, ...drawings.map((drawing) => Number(drawing.attribute('id')))) + 1;
  let isChanged = false;
  const settle = (element: XmlElement): void => {
    const kept = element.children.filter((child) => {
      if (typeof child === 'string') return true;
      const by = places[child.name];
      return by === undefined || isNew(child.name, attributeOf(child, by)?.value);
    });
    isChanged ||= kept.length < element.children.length;
    element.children = kept;
    if (element.name === 'docPr' && !isNew('docPr', element.attribute('id'))) {
      element.set('id', String(free));
      free += 1;
      isChanged = true;
    }
    for (const number of paragraphNumbers) {
      const found = attributeOf(element, number);
      if (found === undefined || isNew(number, found.value)) continue;
      element.set(found.name, null);
      isChanged = true;
    }
    for (const child of element.elements()) settle(child);
  };
  settle(root);
  return isChanged;
}

/** An attribute by its name without the prefix. */
function attributeOf(
  element: XmlElement,
  name: string,
): { readonly name: string; readonly value: string } | undefined {
  const full = element.attributeNames().find((one) => one.slice(one.indexOf(':') + 1) === name);
  const value = full === undefined ? undefined : element.attribute(full);
  return full === undefined || value === undefined ? undefined : { name: full, value };
}
