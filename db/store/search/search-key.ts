/** Kinds of `search_key`, see its table. */
export const keyKinds = { pinyin: 1, initials: 2, head: 3, tail: 4, member: 5 } as const;
export type KeyKind = (typeof keyKinds)[keyof typeof keyKinds];

/** Key under which rows whose multi-choice field holds a code are found. */
export const memberKey = (field: string, code: string): string => `${field}=${code}`;
