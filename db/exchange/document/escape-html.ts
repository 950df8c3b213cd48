const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that is safe to join: only `html` makes it, and `html` escapes every value put into it. */
export class SafeHtml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | SafeHtml | readonly SafeHtml[];

/**
 * Template tag for documents: everything between the literals is escaped, so a resident named
 * `<img src=http://x onerror=…>` prints literally (security.md E13).
 */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): SafeHtml {
  let text = literals[0] ?? '';
  for (const [i, part] of parts.entries()) text += partText(part) + (literals[i + 1] ?? '');
  return new SafeHtml(text);
}

function partText(part: Part): string {
  if (part instanceof SafeHtml) return part.text;
  if (typeof part === 'object') return part.map((p) => p.text).join('');
  return escapeHtml(String(part));
}

/** Escapes a value for text and attributes; control characters and half surrogates become U+FFFD. */
const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    // Control characters are what is looked for.
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd')
    .replace(/[&<>"']/g, (c) => entities[c] ?? c);
