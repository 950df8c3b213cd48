/** A comparison a token makes: a field and the text it must, or must not, show. Without `text`: the field has a value. */
export interface FormTest {
  readonly path: string;
  readonly text: string | null;
  readonly isNot: boolean;
}

/** What stands between the braces of a form (`{姓名}`), taken apart but not yet looked up. */
export type FormToken =
  /** `{#列表}` begins a part repeated for each record. */
  | { readonly kind: 'repeat'; readonly name: string }
  /** `{?状态=在住}` begins a part kept only when the test holds; `{^状态=在住}` when it does not. */
  | { readonly kind: 'if'; readonly test: FormTest }
  /** `{/}`, `{/列表}` ends the part begun last. */
  | { readonly kind: 'end' }
  /** `{姓名}`, `{户主.姓名}`, `{当前日期}`. */
  | { readonly kind: 'value'; readonly path: string }
  /** `{勾:性别=男}`: ☑ when the test holds, else □. */
  | { readonly kind: 'tick'; readonly test: FormTest }
  /** `{数:名称}`: a figure by its name. */
  | { readonly kind: 'figure'; readonly name: string }
  /** `{记录数}`, `{记录数:性别=男}`: how many records the list has. */
  | { readonly kind: 'count'; readonly test: FormTest | null };

/** A token found in a text; `start` and `end` bound it with its braces. */
export interface FoundToken {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces, trimmed. */
  readonly inner: string;
}

/** Every `{…}` of a text in order; braces typed in full width (｛｝) count too. An empty or unclosed pair is plain text. */
export function findTokens(text: string): readonly FoundToken[] {
  return [...text.matchAll(/[{｛]([^{}｛｝]*)[}｝]/gu)].flatMap((match) => {
    const inner = (match[1] ?? '').trim();
    return inner === '' ? [] : [{ start: match.index, end: match.index + match[0].length, inner }];
  });
}

/** Takes a token apart. Signs typed in full width count as the half-width ones. */
export function readToken(inner: string): FormToken {
  const sign = '#?^/'[['#＃', '?？', '^＾', '/／'].findIndex((both) => both.includes([...inner][0] ?? ' '))];
  const rest = inner.slice(1).trim();
  if (sign === '#') return { kind: 'repeat', name: rest };
  if (sign === '/') return { kind: 'end' };
  if (sign === '?') return { kind: 'if', test: readTest(rest) };
  if (sign === '^') {
    const test = readTest(rest);
    return { kind: 'if', test: { ...test, isNot: !test.isNot } };
  }
  return readValue(inner);
}

function readValue(inner: string): FormToken {
  const [, word = '', rest = ''] = /^(勾|数|记录数)\s*[:：]\s*(.+)$/u.exec(inner) ?? [];
  if (word === '勾') return { kind: 'tick', test: readTest(rest) };
  if (word === '数') return { kind: 'figure', name: rest };
  if (word === '记录数') return { kind: 'count', test: readTest(rest) };
  if (inner === '记录数') return { kind: 'count', test: null };
  return { kind: 'value', path: inner };
}

function readTest(text: string): FormTest {
  const parts = /^(.*?)\s*(!=|！=|！＝|≠|<>|=|＝)\s*(.*)$/su.exec(text);
  if (parts === null) return { path: text, text: null, isNot: false };
  const [, path = '', operator = '', wanted = ''] = parts;
  return { path, text: wanted, isNot: !['=', '＝'].includes(operator) };
}
