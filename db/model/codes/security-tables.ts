import type { CodeTable } from './code-table.ts';

/** Code tables of the area Public security (社会治安). */
export const securityTables: readonly CodeTable[] = [];
