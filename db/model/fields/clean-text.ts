/**
 * Makes what offices type into one form: full-width ASCII and blanks to half-width, line breaks and runs of
 * blanks to one blank, ends trimmed. Chinese punctuation stays as it is.
 */
export function cleanText(raw: string): string {
  return toHalfWidth(raw)
    .replace(/[\s\u00a0\u200b\u3000\ufeff]+/g, ' ')
    .trim();
}

/** Full-width ASCII (U+FF01..U+FF5E) and the ideographic blank to half-width. Punctuation ，。；：？！（） stays. */
export function toHalfWidth(raw: string): string {
  return raw.replace(
    /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0d\uff0e\uff0f\uff03\uff3f\uff20\uff0b]/g,
    (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

/** True when the text holds control characters or half a surrogate pair, which no file format keeps. */
export function hasUnkeepable(value: string): boolean {
  // The control characters are what is looked for.
  return (
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\ufffe\uffff]/.test(value) || !value.isWellFormed()
  );
}
