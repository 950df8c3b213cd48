import type { Values } from '../../field-kind.ts';

/** Sum of some fields over rows; empty ones count nothing. */
export const totalOf = (rows: readonly Values[], fields: readonly string[]): number =>
  rows
    .flatMap((row) => fields.map((name) => row[name]))
    .reduce<number>((sum, value) => (typeof value === 'number' ? sum + value : sum), 0);
