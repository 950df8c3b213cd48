import type { Core } from '../../repository/core.ts';
import type { LedgerTable } from '../../repository/ledger-table.ts';
import type { Group, Part } from '../parts.ts';
import { ColumnBlock } from './column-block.ts';
import { ColumnConditions, type Condition } from './column-conditions.ts';
import type { Settled } from './figure-columns.ts';
import { blockOf, type FigureColumn } from './figure-layout.ts';

/** What is counted: parts by the values of a field. */
interface Counting {
  readonly parts: readonly Part[];
  readonly by: string | null;
}

/** Whether the columns hold what the lines and sums are made of; conditions they need not hold. */
export function canCount({ layout }: Settled, { parts, by }: Counting): boolean {
  const sums = parts.flatMap(({ measures }) => measures.flatMap(({ sum }) => sum ?? []));
  return [...sums, ...(by === null ? [] : [by])].every((name) => layout.byName.get(name)?.isDay === false);
}

/** Counts the rows that were not changed since the columns were written, part by part. */
export function countColumns(
  { connection }: Core,
  table: LedgerTable,
  { settled, ...counting }: Counting & { readonly settled: Settled },
): readonly (readonly Group[])[] {
  const conditions = new ColumnConditions(connection, table, settled);
  const lines = counting.by === null ? null : (settled.layout.byName.get(counting.by) ?? null);
  const tallies = counting.parts.map((part) => tallyOf(settled, conditions, { part, lines }));
  const changed = Map.groupBy(settled.changed, blockOf);
  for (let at = 0; at <= blockOf(settled.rows); at += 1) {
    const block = new ColumnBlock(settled, at, changed.get(at) ?? []);
    for (const tally of tallies) countBlock(tally, block, lines);
  }
  return tallies.map((tally) => groupsOf(settled, lines, tally));
}

/** The numbers of one part while its rows are counted. */
interface Tally {
  readonly isIn: readonly Condition[];
  /** Rows of the part by the number of their line, whatever its measures ask. */
  readonly rows: Float64Array;
  readonly bundles: readonly Bundle[];
}

/** As many measures as a number has bits. */
const MOST_BITS = 32;

/** Measures whose conditions are looked up together: bit by bit the measures a value is right for. */
interface Bundle {
  readonly tests: readonly { readonly column: FigureColumn; readonly bits: Int32Array }[];
  readonly measures: readonly {
    /** Column that is added up, with what each of its numbers stands for; `null`: rows are counted. */
    readonly sum: FigureColumn | null;
    readonly amounts: Float64Array;
    /** By the number of the line. */
    readonly numbers: Float64Array;
  }[];
}

function tallyOf(
  settled: Settled,
  conditions: ColumnConditions,
  { part, lines }: { readonly part: Part; readonly lines: FigureColumn | null },
): Tally {
  const fresh = (): Float64Array => new Float64Array(lines === null ? 1 : settled.file.lastCode(lines) + 1);
  const bundled = Array.from({ length: Math.ceil(part.measures.length / MOST_BITS) }, (_, i) =>
    part.measures.slice(i * MOST_BITS, (i + 1) * MOST_BITS),
  );
  return {
    isIn: [conditions.current(), ...conditions.of(part.where)],
    rows: fresh(),
    bundles: bundled.map((measures) => ({
      tests: testsOf(measures.map(({ where }) => conditions.of(where))),
      measures: measures.map(({ sum }) => ({
        ...summed(settled, settled.layout.byName.get(sum ?? '')),
        numbers: fresh(),
      })),
    })),
  };
}

/** Conditions of several measures as one look-up for each column. */
function testsOf(ofMeasures: readonly (readonly Condition[])[]): Bundle['tests'] {
  const bitsByColumn = new Map<FigureColumn, Int32Array>();
  for (const [bit, conditions] of ofMeasures.entries())
    for (const { column, holds } of conditions) {
      const bits = bitsByColumn.get(column) ?? new Int32Array(holds.length).fill(-1);
      bitsByColumn.set(column, bits);
      for (const [code, isTrue] of holds.entries())
        if (isTrue === 0) bits[code] = (bits[code] ?? 0) & ~(1 << bit);
    }
  return [...bitsByColumn].map(([column, bits]) => ({ column, bits }));
}

function summed(
  { file }: Settled,
  column: FigureColumn | undefined,
): Pick<Bundle['measures'][number], 'sum' | 'amounts'> {
  if (column === undefined) return { sum: null, amounts: new Float64Array() };
  const amounts = new Float64Array(file.lastCode(column) + 1);
  for (const [code, value] of file.allValues(column)) amounts[code] = Number(value);
  return { sum: column, amounts };
}

function countBlock({ isIn, rows, bundles }: Tally, block: ColumnBlock, by: FigureColumn | null): void {
  const picked = block.pick(isIn);
  if (picked.length === 0) return;
  const lines = by === null ? new Uint32Array(picked.length) : block.codesAt(by, picked);
  for (const line of lines) rows[line] = (rows[line] ?? 0) + 1;
  for (const { tests, measures } of bundles) {
    const bits = bitsOf(tests, block, picked);
    for (const [bit, { sum, amounts, numbers }] of measures.entries()) {
      if (sum === null) addRows(numbers, lines, { bits, bit });
      else addAmounts(numbers, lines, { bits, bit, amounts, codes: block.codesAt(sum, picked) });
    }
  }
}

/** For each row the measures it is right for, bit by bit. */
function bitsOf(tests: Bundle['tests'], block: ColumnBlock, picked: Uint32Array): Int32Array {
  const found = new Int32Array(picked.length).fill(-1);
  for (const { column, bits } of tests) {
    const codes = block.codesAt(column, picked);
    for (let i = 0; i < found.length; i += 1) found[i] = (found[i] ?? 0) & (bits[codes[i] ?? 0] ?? 0);
  }
  return found;
}

/** The rows a measure counts: those with its bit. */
interface Right {
  readonly bits: Int32Array;
  readonly bit: number;
}

function addRows(to: Float64Array, lines: Uint32Array, { bits, bit }: Right): void {
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? 0;
    to[line] = (to[line] ?? 0) + (((bits[i] ?? 0) >>> bit) & 1);
  }
}

function addAmounts(
  to: Float64Array,
  lines: Uint32Array,
  { bits, bit, amounts, codes }: Right & { readonly amounts: Float64Array; readonly codes: Uint32Array },
): void {
  for (let i = 0; i < lines.length; i += 1) {
    if ((((bits[i] ?? 0) >>> bit) & 1) === 0) continue;
    const line = lines[i] ?? 0;
    to[line] = (to[line] ?? 0) + (amounts[codes[i] ?? 0] ?? 0);
  }
}

function groupsOf({ file }: Settled, lines: FigureColumn | null, { rows, bundles }: Tally): readonly Group[] {
  const codes = [...rows.keys()].filter((code) => (rows[code] ?? 0) > 0);
  const values = lines === null ? new Map<number, Group['line']>() : file.valuesOf(lines, codes);
  const measures = bundles.flatMap((bundle) => bundle.measures);
  return codes.map((code) => ({
    line: values.get(code) ?? null,
    numbers: measures.map(({ numbers }) => numbers[code] ?? 0),
  }));
}
