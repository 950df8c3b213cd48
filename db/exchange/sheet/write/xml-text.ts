/** Name of a 0-based column: 0 → A, 27 → AB. */
export function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

/** Escapes for XML and for the format's own `_xHHHH_` notation; half surrogates become U+FFFD. */
export function escapeText(text: string): string {
  // Most cells need nothing.
  // oxlint-disable-next-line no-control-regex
  if (!/[&<>"_\u0000-\u001f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return (
    text
      .toWellFormed()
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, hexEscape)
  );
}

const hexEscape = (c: string): string => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
