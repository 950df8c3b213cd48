import type { CodeTable } from './code-table.ts';

/** Code tables of the area Social organisations (社会组织). */
export const societyTables: readonly CodeTable[] = [];
