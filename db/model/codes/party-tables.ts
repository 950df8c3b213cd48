import type { CodeTable } from './code-table.ts';

/** Code tables of the area Party building (党建引领). */
export const partyTables: readonly CodeTable[] = [];
