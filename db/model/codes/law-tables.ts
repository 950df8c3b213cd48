import type { CodeTable } from './code-table.ts';

/** Code tables of the area Rule of law (法治宣传). */
export const lawTables: readonly CodeTable[] = [];
