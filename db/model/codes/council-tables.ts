import type { CodeTable } from './code-table.ts';

/** Code tables of the area Consultation and liaison (协商与驻点). */
export const councilTables: readonly CodeTable[] = [];
