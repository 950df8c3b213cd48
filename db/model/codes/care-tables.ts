import type { CodeTable } from './code-table.ts';

/** Code tables of the area Special care (特殊人群). */
export const careTables: readonly CodeTable[] = [];
