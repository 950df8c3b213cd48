/** Kinds of `search_key`, see its table. */
export const keyKinds = { pinyin: 1, initials: 2, head: 3, tail: 4, member: 5 } as const;
export type KeyKind = (typeof keyKinds)[keyof typeof keyKinds];

/** Characters of a tail kept; a longer tail is asked by these and checked on the row. */
export const TAIL_LENGTH = 8;

/** Key under which rows whose multi-choice field holds a code are found. */
export const memberKey = (field: string, code: string): string => `${field}=${code}`;

/** One spelling of identifiers: upper case, letters and digits only. */
export const normalCode = (code: string): string =>
  /^[0-9A-Z]*$/.test(code) ? code : code.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** The last characters backwards, so that "ends with" becomes "begins with". */
export function reversedTail(code: string): string {
  let tail = '';
  const first = Math.max(0, code.length - TAIL_LENGTH);
  for (let i = code.length - 1; i >= first; i -= 1) tail += code.charAt(i);
  return tail;
}
