import type { CodeTable } from './code-table.ts';

/** Code tables of the area Issues (问题隐患). */
export const issueTables: readonly CodeTable[] = [];
