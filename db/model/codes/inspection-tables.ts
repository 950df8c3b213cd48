import type { CodeTable } from './code-table.ts';

/** Code tables of the area Inspections (检查巡查). */
export const inspectionTables: readonly CodeTable[] = [];
