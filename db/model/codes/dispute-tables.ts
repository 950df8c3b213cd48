import type { CodeTable } from './code-table.ts';

/** Code tables of the area Disputes and mediation (矛盾纠纷). */
export const disputeTables: readonly CodeTable[] = [];
