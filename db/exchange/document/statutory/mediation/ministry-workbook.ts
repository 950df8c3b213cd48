import type { CellOut, SheetOut } from '../../../sheet/write/sheet-out.ts';
import { columnName } from '../../../sheet/write/xml-text.ts';
import type { DocumentData } from '../document-data.ts';
import { bodiesSheet } from './ministry-bodies.ts';
import { numberCell } from './ministry-cells.ts';
import {
  balanceSides,
  casesToCheck,
  ministryForm,
  type MinistryBlock,
  type MinistryForm,
} from './ministry-data.ts';

const TITLE = '人民调解案件情况统计表';
/** Names and numbers of a line beside the head of its block. */
const PER_LINE = 3;
const COLUMNS = [
  { width: 10 },
  ...Array.from({ length: PER_LINE }, () => [{ width: 19 }, { width: 10 }]).flat(),
];
const LAST = COLUMNS.length - 1;

/** The table as a workbook: the form as it is printed, then the same numbers in a column each, a body a row. */
export function ministryWorkbook(data: DocumentData): readonly SheetOut[] {
  const form = ministryForm(data);
  return [formSheet(data, form), bodiesSheet(form, TITLE)];
}

/** A sheet being filled row by row, with the ranges that are shown as one cell. */
interface Filling {
  readonly rows: CellOut[][];
  readonly merged: string[];
  readonly heights: Record<number, number>;
}

function formSheet({ record }: DocumentData, form: MinistryForm): SheetOut {
  const filling: Filling = { rows: [], merged: [], heights: {} };
  line(filling, [{ text: TITLE, style: 'formTitle' }], { height: 34, merges: [[0, LAST]] });
  line(filling, factsOf(form), {
    height: 20,
    merges: [
      [0, 2],
      [3, LAST],
    ],
  });
  for (const block of form.whole.blocks) blockRows(filling, block);
  balanceRows(filling, form);
  const signed = [
    `填表人：${record.text('filled_by')}`,
    `审核人：${record.text('reviewed_by')}`,
    `填报日期：${record.day('filled_on')}`,
  ];
  line(filling, []);
  line(filling, [signed[0] ?? '', '', '', signed[1] ?? '', '', signed[2] ?? ''], {
    height: 22,
    merges: [
      [0, 2],
      [3, 4],
      [5, LAST],
    ],
  });
  const { rows, merged, heights } = filling;
  return {
    name: TITLE,
    columns: COLUMNS,
    frozenRows: 2,
    merged,
    heights,
    print: { paper: 'A4', isLandscape: false, foot: `${form.filer}　${TITLE}`, pages: '第 &P 页，共 &N 页' },
    rows,
  };
}

const factsOf = ({ filer, from, to, isPractice }: MinistryForm): CellOut[] => [
  `填报单位：${filer}`,
  '',
  '',
  `统计期间：${from}至${to}${isPractice ? '　练习数据' : ''}`,
];

/** Appends a row. @param merges first and last column of ranges within it */
function line(
  { rows, merged, heights }: Filling,
  cells: CellOut[],
  {
    height,
    merges = [],
  }: { readonly height?: number; readonly merges?: readonly (readonly [number, number])[] } = {},
): void {
  rows.push(cells);
  const at = String(rows.length);
  for (const [first, last] of merges) merged.push(`${columnName(first)}${at}:${columnName(last)}${at}`);
  if (height !== undefined) heights[rows.length] = height;
}

/** Characters of a name that fit into its cell in one line. */
const FITTING = 9;

/** A block beside its head, three numbers a line. */
function blockRows(filling: Filling, { head, items }: MinistryBlock): void {
  const first = filling.rows.length + 1;
  for (let at = 0; at < items.length; at += PER_LINE) {
    const cells: CellOut[] = [{ text: at === 0 ? head : '', style: 'head' }];
    for (let i = at; i < at + PER_LINE; i += 1) {
      const item = items[i];
      cells.push({ text: item?.label ?? '', style: 'name' });
      cells.push(item === undefined ? { text: '', style: 'name' } : numberCell(item.number));
    }
    const isLong = items.slice(at, at + PER_LINE).some(({ label }) => label.length > FITTING);
    line(filling, cells, { height: isLong ? 36 : 25 });
  }
  const last = filling.rows.length;
  if (last > first) filling.merged.push(`A${String(first)}:A${String(last)}`);
}

/** 表内平衡关系: both sides of each, and the cases that make them differ. */
function balanceRows(filling: Filling, { whole }: MinistryForm): void {
  const merges = [
    [0, 1],
    [5, LAST],
  ] as const;
  line(filling, []);
  const head = (text: string): CellOut => ({ text, style: 'head' });
  line(
    filling,
    [
      head('表内平衡关系'),
      head(''),
      head('左边'),
      head('右边'),
      head('结果'),
      head('请核对的案件'),
      head(''),
    ],
    { height: 22, merges },
  );
  for (const balance of whole.balances) {
    const { left, right, cases } = balance;
    const [sum, total] = balanceSides(balance);
    const lines = Math.max(1, Math.ceil(casesToCheck(balance).length / 18));
    line(
      filling,
      [
        { text: `${sum}＝${total}`, style: 'name' },
        { text: '', style: 'name' },
        { number: left, style: 'count' },
        { number: right, style: 'count' },
        { text: left === right ? '平衡' : '不平衡', style: left === right ? 'word' : 'wrong' },
        { text: cases.length === 0 ? '' : casesToCheck(balance), style: 'name' },
        { text: '', style: 'name' },
      ],
      { height: 22 + (lines - 1) * 16, merges },
    );
  }
}
