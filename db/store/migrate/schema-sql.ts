import { registry, type Registry } from '../../model/registry.ts';
import { ledgerPlan } from './ledger-plan.ts';
import { systemIndexes, systemTables } from './system-tables.ts';

/**
 * The whole schema of a new database as SQL text: the content of `db/migrations/schema.lock.sql`.
 * Each ledger's number stands above its table, so that a diff shows one that changed: search rows carry it for ever.
 */
export function schemaSql(of: Registry = registry): string {
  const statements = [...systemTables, ...systemIndexes].map((made) => made.sql);
  for (const ledger of of.ledgers) {
    const plan = ledgerPlan(ledger);
    statements.push(
      `-- Number ${of.numberById.get(ledger.id) ?? 0}\n${plan.createSql}`,
      ...plan.indexes.map((index) => index.sql),
    );
    if (plan.words !== null) statements.push(plan.words.sql);
  }
  return `${statements.map((sql) => `${sql};\n`).join('\n')}`;
}
