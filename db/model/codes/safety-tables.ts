import type { CodeTable } from './code-table.ts';

/** Code tables of the area The safe town (平安建设). */
export const safetyTables: readonly CodeTable[] = [];
