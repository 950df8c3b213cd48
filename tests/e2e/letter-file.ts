import { writeFileSync } from 'node:fs';

/** Writes a letter of so many pages as a PDF: lines of text, a frame where the seal stands. */
export function writeLetter(file: string, pages: number): void {
  const ids = Array.from({ length: pages }, (_, i) => 4 + i * 2);
  const objects = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [
      2,
      `<< /Type /Pages /Kids [${ids.map((id) => `${String(id)} 0 R`).join(' ')}] /Count ${String(pages)} >>`,
    ],
    [3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
  ]);
  ids.forEach((id, i) => {
    const lines = Array.from(
      { length: 24 },
      (_, line) => `(Line ${String(line + 1)} of the reply) Tj 0 -24 Td`,
    );
    const content = `BT /F1 20 Tf 70 770 Td (Reply No. 2026-${String(i + 1)}) Tj 0 -40 Td /F1 12 Tf ${lines.join(' ')} ET 2 w 1 0 0 RG 400 60 110 110 re S`;
    objects.set(
      id,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String(id + 1)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    objects.set(id + 1, `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`);
  });
  writeFileSync(file, assembled(objects));
}

/** The objects one after the other, with the table of where each begins. */
function assembled(objects: ReadonlyMap<number, string>): string {
  let text = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [id, body] of objects) {
    places.push(text.length);
    text += `${String(id)} 0 obj\n${body}\nendobj\n`;
  }
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const count = String(objects.size + 1);
  return `${text}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${String(text.length)}\n%%EOF\n`;
}
