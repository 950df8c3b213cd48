import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Part that stands first, stored: programs tell the kind of a file by its first bytes. */
const FIRST = '[Content_Types].xml';

/** Puts the parts of an office file together again, in their order. */
export async function packOfficeFile(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  const names = [...parts.keys()].toSorted((one, other) => Number(other === FIRST) - Number(one === FIRST));
  for (const name of names) {
    const content = parts.get(name);
    // Pictures are packed already.
    if (content !== undefined) zip.addBuffer(content, name, { compress: !/\.(png|jpe?g|gif)$/iu.test(name) });
  }
  zip.end();
  return buffer(zip.outputStream);
}
