import path from 'node:path';

/** Folder of the project; what was built lies in its `out/`. */
export const root = path.resolve(import.meta.dirname, '..', '..');
/** Pictures of whole windows; kept as artifacts of a run. */
export const pictures = path.join(root, 'test-results', 'screens');

/** A workbook or other file of `tests/fixtures`. */
export const fixture = (name: string): string => path.join(root, 'tests', 'fixtures', name);
