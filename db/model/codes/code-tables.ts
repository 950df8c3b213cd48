import type { CodeTable } from './code-table.ts';
import { disputeTables } from './dispute-tables.ts';
import { inspectionTables } from './inspection-tables.ts';
import { careTables } from './care-tables.ts';
import { councilTables } from './council-tables.ts';
import { partyTables } from './party-tables.ts';
import { safetyTables } from './safety-tables.ts';
import { securityTables } from './security-tables.ts';
import { lawTables } from './law-tables.ts';
import { coverTables } from './cover-tables.ts';
import { performanceTables } from './performance-tables.ts';
import { servedTables } from './served-tables.ts';
import { societyTables } from './society-tables.ts';
import { issueTables } from './issue-tables.ts';
import { dutyTables } from './duty-tables.ts';
import { eventTables } from './event-tables.ts';
import { formTables } from './form-tables.ts';
import { housingTables } from './housing-tables.ts';
import { indicatorTables } from './indicator-tables.ts';
import { nationalityTable } from './nationality-table.ts';
import { organisationTables } from './organisation-tables.ts';
import { personTables } from './person-tables.ts';
import { specialTables } from './special-tables.ts';
import { unitTables } from './unit-tables.ts';
import { workbenchTables } from './workbench-tables.ts';

/**
 * Raised by one when a shipped table changes. The data file of a town takes over added codes and closes dropped ones;
 * items an administrator has edited stay as they are.
 */
export const codeTablesVersion = 11;

/** Every code table as shipped, in the order administrators see them. */
export const codeTables: readonly CodeTable[] = [
  ...personTables,
  nationalityTable,
  ...housingTables,
  ...unitTables,
  ...eventTables,
  ...organisationTables,
  ...specialTables,
  ...workbenchTables,
  ...dutyTables,
  ...disputeTables,
  ...inspectionTables,
  ...careTables,
  ...servedTables,
  ...councilTables,
  ...partyTables,
  ...safetyTables,
  ...securityTables,
  ...lawTables,
  ...societyTables,
  ...coverTables,
  ...performanceTables,
  ...issueTables,
  ...indicatorTables,
  ...formTables,
];

/** Shipped table by its id. */
export const codeTableById: ReadonlyMap<string, CodeTable> = new Map(codeTables.map((t) => [t.id, t]));

/** Tables the security administrator may edit: those that are not certainly the official ones. */
export const isEditable = (table: Pick<CodeTable, 'confidence'>): boolean => table.confidence !== 'high';
