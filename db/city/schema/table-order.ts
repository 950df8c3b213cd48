import type { CityTable } from './city-table.ts';

/**
 * Tables with the targets of their links first, else in the order of the registry. Where ledgers point to each other in
 * a circle the first of them comes first.
 */
export function targetsFirst(tables: readonly CityTable[]): readonly CityTable[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set<CityTable>();
  const begun = new Set<CityTable>();
  const visit = (table: CityTable): void => {
    if (begun.has(table)) return;
    begun.add(table);
    for (const { target } of table.fields) {
      const other = target === null ? undefined : byName.get(target);
      if (other !== undefined) visit(other);
    }
    ordered.add(table);
  };
  tables.forEach(visit);
  return [...ordered];
}
