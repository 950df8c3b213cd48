/** What a spreadsheet may take for a formula: OWASP's list with the full-width forms, also behind blanks or quotes. */
const risky = /^['"\s\u00a0\u200b\u200e\u200f\u3000\ufeff]*[=+\-@|%＝＋－＠\t\r\n]/;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/** True when a spreadsheet program might run the text as a formula once it stands alone in a CSV cell. */
export const isRiskyText = (text: string): boolean => risky.test(text) && !plainNumber.test(text);

/** Text for a CSV cell: an apostrophe in front of what might run. `plainText` takes it off again. */
export const neutralText = (text: string): string => (isRiskyText(text) ? `'${text}` : text);

/** Undoes `neutralText`, so that our own export comes back as it was; other texts stay as they are. */
export const plainText = (text: string): string =>
  text.startsWith("'") && isRiskyText(text.slice(1)) ? text.slice(1) : text;
