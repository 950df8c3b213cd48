/** Rows as tab-separated text, as a sheet takes it: one line per row, breaks and tabs inside a cell become blanks. */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(oneLine).join('\t')).join('\r\n');
}

const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ').trim();
