import type { CellOut, SheetOut } from '../../../sheet/write/sheet-out.ts';
import { columnName } from '../../../sheet/write/xml-text.ts';
import { numberCell } from './ministry-cells.ts';
import type { MinistryForm, MinistryItem, MinistryRow } from './ministry-data.ts';

const HEAD_ROWS = 3;
const TOP = 2;

/** The numbers of the table in a column each (domain.md §5.5), under heads of two lines; the whole, then a row a body. */
export function bodiesSheet(
  { filer, from, to, isPractice, whole, bodies }: MinistryForm,
  title: string,
): SheetOut {
  const heads = headsOf(whole);
  const last = heads.items.length + 1;
  const range = (first: string, end: string): string => `${first}:${end}`;
  const titleRow: CellOut[] = [{ text: `${title}（按调解组织）`, style: 'formTitle' }];
  const facts: CellOut[] = [
    `填报单位：${filer}　　统计期间：${from}至${to}${isPractice ? '　　练习数据' : ''}`,
  ];
  return {
    name: '按调解组织',
    columns: [{ width: 32 }, ...heads.items.map(({ width }) => ({ width })), { width: 8 }],
    frozenRows: TOP + HEAD_ROWS,
    merged: [
      range('A1', `${columnName(last)}1`),
      range('A2', `${columnName(last)}2`),
      range('A3', 'A5'),
      range(`${columnName(last)}3`, `${columnName(last)}5`),
      ...heads.merged,
    ],
    heights: { 1: 34, 2: 20, 3: 20, 4: 142, 5: 18 },
    print: {
      paper: 'A3',
      isLandscape: true,
      repeated: [TOP + 1, TOP + HEAD_ROWS],
      foot: `${filer}　${title}`,
      pages: '第 &P 页，共 &N 页',
    },
    rows: [
      titleRow,
      facts,
      [head('调解组织'), ...heads.blocks, head('表内平衡')],
      [head(''), ...heads.items.map(({ label, isWide }) => head(label, !isWide)), head('')],
      [head(''), ...heads.items.map(({ measure }) => head(measure)), head('')],
      ...[whole, ...bodies].map(rowCells),
    ],
  };
}

const head = (text: string, isDown = false): CellOut => ({
  text,
  style: isDown ? 'formHeadDown' : 'formHead',
});

const NARROW = 6;
const WIDE = 10;

/** A column: what it counts, and for cases and people, which of them. */
interface Column {
  readonly label: string;
  readonly measure: string;
  readonly width: number;
  /** Whether the name stands over two columns and so across. */
  readonly isWide: boolean;
}

interface Heads {
  /** Names of the blocks, each above the first of its columns. */
  readonly blocks: readonly CellOut[];
  readonly items: readonly Column[];
  readonly merged: readonly string[];
}

function headsOf({ blocks }: MinistryRow): Heads {
  const items: Column[] = [];
  const names: CellOut[] = [];
  const merged: string[] = [];
  for (const block of blocks) {
    const first = items.length;
    for (const item of block.items) {
      const at = items.length + 1;
      const columns = columnsOf(item);
      items.push(...columns);
      merged.push(
        columns.length === 1
          ? `${columnName(at)}4:${columnName(at)}5`
          : `${columnName(at)}4:${columnName(at + columns.length - 1)}4`,
      );
    }
    for (let i = first; i < items.length; i += 1) names.push(head(i === first ? block.head : ''));
    if (items.length - first > 1) merged.push(`${columnName(first + 1)}3:${columnName(items.length)}3`);
  }
  return { blocks: names, items, merged };
}

const columnsOf = ({ label, number }: MinistryItem): readonly Column[] =>
  number.kind === 'prevented'
    ? [
        { label, measure: '件', width: NARROW, isWide: true },
        { label: '', measure: '人', width: NARROW, isWide: true },
      ]
    : [{ label, measure: '', width: number.kind === 'count' ? NARROW : WIDE, isWide: false }];

function rowCells({ name, blocks, balances }: MinistryRow): readonly CellOut[] {
  const isBalanced = balances.every(({ left, right }) => left === right);
  return [
    { text: name, style: 'name' },
    ...blocks.flatMap(({ items }) => items.flatMap(cellsOf)),
    { text: isBalanced ? '平衡' : '不平衡', style: isBalanced ? 'word' : 'wrong' },
  ];
}

const cellsOf = ({ number }: MinistryItem): readonly CellOut[] =>
  number.kind === 'prevented'
    ? [number.cases, number.people].map((value) => ({ number: value, style: 'count' }))
    : [numberCell(number)];
