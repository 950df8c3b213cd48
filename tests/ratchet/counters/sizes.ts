import type { Measured } from '../figure.ts';
import type { CounterGroup } from '../group.ts';
import { townSizes, withTown } from '../towns.ts';
import { counter } from './asked.ts';
import type { CountingDriver } from './counting-driver.ts';

/** How large the file of the town is, and what takes the room. */
export const sizeCounters: CounterGroup = {
  name: 'size',
  kind: 'counter',
  measure: ({ folder, driver }) => withTown('large', folder, () => sizeFigures(driver)),
};

const parts: Readonly<Record<string, { readonly owns: (name: string) => boolean; readonly means: string }>> =
  {
    search: {
      owns: (name) => /^search|_words(_|$)/.test(name),
      means: 'The search index takes more of the file.',
    },
    history: {
      owns: (name) => /^(sqlite_autoindex_)?(change|write)_log/.test(name),
      means: 'The history of changes takes more of the file.',
    },
    whole: {
      owns: () => true,
      means: 'The file of a town is larger: backups, copies and checks take longer.',
    },
  };

function sizeFigures(driver: CountingDriver): readonly Measured[] {
  const rows: readonly unknown[] = driver
    .connection()
    .prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name')
    .raw()
    .all();
  const sizes = rows.map((row) =>
    Array.isArray(row) ? { name: String(row[0]), bytes: Number(row[1]) } : null,
  );
  return Object.entries(parts).map(([part, { owns, means }]) => {
    const bytes = sizes.reduce((sum, size) => sum + (size !== null && owns(size.name) ? size.bytes : 0), 0);
    if (bytes === 0) throw new Error(`nothing of the file is ${part}`);
    return counter(`size.${part}.bytes`, bytes, {
      unit: 'bytes',
      of: `a town of ${String(townSizes.large)} people`,
      means,
    });
  });
}
