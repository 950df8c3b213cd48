/** Notes on items by their numbers, from lines as `13：二楼灭火器压力不足`; other lines belong to the note above them. */
export function readItemNotes(text: string): ReadonlyMap<number, string> {
  const notes = new Map<number, string>();
  let last: number | null = null;
  for (const line of text.split('\n')) {
    const [, no, note = ''] = /^\s*(\d{1,3})\s*[:：.、]\s*(.*)$/.exec(line) ?? [];
    if (no !== undefined) {
      last = Number(no);
      notes.set(last, note.trim());
    } else if (last !== null && line.trim() !== '')
      notes.set(last, `${notes.get(last) ?? ''}\n${line.trim()}`);
  }
  return notes;
}

/** The lines `readItemNotes` reads, in the order of the items; `null` for none. */
export function writeItemNotes(notes: ReadonlyMap<number, string>): string | null {
  const lines = [...notes]
    .filter(([, note]) => note.trim() !== '')
    .toSorted(([a], [b]) => a - b)
    .map(([no, note]) => `${no}：${note.trim()}`);
  return lines.length === 0 ? null : lines.join('\n');
}
