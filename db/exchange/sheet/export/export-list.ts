import { setImmediate as nextTurn } from 'node:timers/promises';
import { isLink, type AnyField, type AnyLedger } from '../../../model/define-ledger.ts';
import type { Language } from '../../../model/localized.ts';
import type { Caller, Store, Where } from '../../../store/api.ts';
import { idTitles } from '../import/match-columns.ts';
import { idColumn } from '../import/import-types.ts';
import { isWider, widthFor } from '../write/column-width.ts';
import { neutralText } from '../write/neutral-text.ts';
import type { CellOut, SheetOut } from '../write/sheet-out.ts';
import { chinaMinute } from '../../../model/office-time.ts';
import { writeThenRename, writeWorkbook } from '../write/write-workbook.ts';
import { describeFilter } from './describe-filter.ts';

/** What is exported, and to where. */
export interface ExportInput {
  readonly store: Store;
  readonly ledger: AnyLedger;
  /** Decides language and masking: withheld values leave masked. */
  readonly caller: Caller;
  readonly where: Where;
  readonly sort?: string;
  /** Only these records; wins over `where`. At most 10,000. */
  readonly ids?: readonly string[];
  /** Columns in their order; default the ledger's list. */
  readonly fields?: readonly string[];
  readonly format: 'xlsx' | 'csv';
  readonly file: string;
  readonly now: () => Date;
}

/** Told after each page; answers `false` to cancel. */
export type ExportProgress = (done: number, total: number) => boolean;

export type ExportOutcome =
  | { readonly ok: true; readonly rows: number; readonly file: string }
  | { readonly ok: false; readonly problem: 'cancelled' };

interface Column {
  readonly name: string;
  readonly title: string;
  readonly field: AnyField | null;
}

/** One record as the exporter sees it. */
interface Row {
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
}

const PAGE_ROWS = 500;

/** Thrown inside the row stream when the caller no longer wants the file; the half-written one is removed. */
class ExportCancelled extends Error {}

/**
 * Writes a list to a workbook or CSV, masked unless the caller may see, in flat memory. Exporting changes no data.
 * The file appears under its name only when it is complete.
 */
export async function exportList(input: ExportInput, onProgress?: ExportProgress): Promise<ExportOutcome> {
  // Whoever asks is told before; this is the last bolt (data law 9).
  if (input.ledger.sensitive) throw new Error(`${input.ledger.id} is sensitive and never exported`);
  const counted = { rows: 0 };
  try {
    if (input.format === 'csv') await writeCsv(input, counted, onProgress);
    else await writeXlsx(input, counted, onProgress);
    return { ok: true, rows: counted.rows, file: input.file };
  } catch (cause) {
    if (cause instanceof ExportCancelled) return { ok: false, problem: 'cancelled' };
    throw cause;
  }
}

async function writeXlsx(
  input: ExportInput,
  counted: { rows: number },
  onProgress: ExportProgress | undefined,
): Promise<void> {
  const columns = columnsOf(input);
  const rows = rowsOf(input, counted, onProgress);
  const begun = await takeRows(rows, MEASURED_ROWS);
  const widths = columns.map((column) => widthOf(column, begun));
  const cellsOf = (row: Row): CellOut[] =>
    columns.map((column, i) => onItsLines(cellOf(column, row), widths[i] ?? 0));
  const list: SheetOut = {
    name: input.ledger.label[input.caller.language],
    columns: columns.map(({ field }, i) => ({
      width: widths[i] ?? 0,
      isText: field === null || isTextCell(field),
    })),
    frozenRows: 1,
    isFiltered: true,
    printedColumns: columns.filter(({ field }) => field !== null).length,
    rows: (async function* () {
      yield columns.map((c): CellOut => ({ text: c.title, style: 'header' }));
      for (const row of begun) yield cellsOf(row);
      for await (const row of rows) yield cellsOf(row);
    })(),
  };
  await writeWorkbook(input.file, [list, aboutSheet(input, columns, counted)]);
}

async function writeCsv(
  input: ExportInput,
  counted: { rows: number },
  onProgress: ExportProgress | undefined,
): Promise<void> {
  const columns = columnsOf(input);
  const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;
  await writeThenRename(
    input.file,
    (async function* () {
      let out = `\ufeff${line(columns.map((c) => c.title))}`;
      for await (const row of rowsOf(input, counted, onProgress)) {
        out += line(columns.map((c) => (c.field ? (row.texts[c.name] ?? '') : row.id)));
        if (out.length < 64 * 1024) continue;
        yield out;
        out = '';
      }
      yield out;
    })(),
  );
}

/** Quoted where needed (RFC 4180), made harmless where a spreadsheet might run it. */
function csvCell(text: string): string {
  const safe = neutralText(text);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Pages through the list, letting other calls in between. */
async function* rowsOf(
  input: ExportInput,
  counted: { rows: number },
  onProgress: ExportProgress | undefined,
): AsyncGenerator<Row> {
  const { store, ledger, caller, ids, where, sort } = input;
  const fields = columnsOf(input)
    .filter((c) => c.field)
    .map((c) => c.name);
  const total = ids?.length ?? store.total(ledger.id, where, caller).total;
  let after: string | null = null;
  let at = 0;
  for (;;) {
    let rows: readonly Row[];
    if (ids) {
      rows = ids.slice(at, at + PAGE_ROWS).flatMap((id) => store.get(ledger.id, id, caller) ?? []);
      at += PAGE_ROWS;
    } else {
      const page: ReturnType<Store['page']> = store.page(
        {
          ledger: ledger.id,
          where,
          fields,
          limit: PAGE_ROWS,
          ...(sort !== undefined && { sort }),
          ...(after !== null && { after }),
        },
        caller,
      );
      rows = page.rows;
      after = page.next;
    }
    yield* rows;
    counted.rows += rows.length;
    if (onProgress?.(counted.rows, Math.max(total, counted.rows)) === false) throw new ExportCancelled();
    if (ids ? at >= ids.length : after === null) return;
    await nextTurn();
  }
}

/**
 * The chosen columns, and the record id behind them where the natural key might not find the record again when the
 * sheet is imported: a key field is not among the columns, may be empty, or is a link, whose title may be ambiguous.
 */
function columnsOf({ ledger, fields, caller }: ExportInput): Column[] {
  const chosen = (fields ?? ledger.list).flatMap((name) => {
    const field = ledger.fields[name];
    return field ? [{ name, title: field.label[caller.language], field }] : [];
  });
  const isSureKey = (name: string): boolean => {
    const field = chosen.find((c) => c.name === name)?.field;
    return field?.required === true && !isLink(field);
  };
  const isKeyed = ledger.naturalKey.length > 0 && ledger.naturalKey.every(isSureKey);
  return isKeyed ? chosen : [...chosen, { name: idColumn, title: idTitles[caller.language], field: null }];
}

/** Rows whose texts say how wide the columns must be. */
const MEASURED_ROWS = 300;

async function takeRows(rows: AsyncGenerator<Row>, most: number): Promise<readonly Row[]> {
  const taken: Row[] = [];
  while (taken.length < most) {
    const next = await rows.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

const widthOf = ({ name, title, field }: Column, rows: readonly Row[]): number =>
  widthFor([title, ...rows.map((row) => (field === null ? row.id : (row.texts[name] ?? '')))]);

/** A text that is longer than its column stands on several lines. */
const onItsLines = (cell: CellOut, width: number): CellOut =>
  typeof cell === 'string' && isWider(cell, width) ? { text: cell, style: 'note' } : cell;

const typedKinds: readonly AnyField['kind'][] = ['day', 'integer', 'decimal', 'money'];
const isTextCell = (field: AnyField): boolean => !typedKinds.includes(field.kind);

/** Days and amounts become typed cells where nothing can be lost; everything else, above all id numbers, is text. */
function cellOf({ name, field }: Column, row: Row): CellOut {
  if (field === null) return row.id;
  const text = row.texts[name] ?? '';
  if (text === '' || isTextCell(field)) return text;
  if (field.kind === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { day: text } : text;
  return /^-?\d{1,12}(\.\d{1,3})?$/.test(text) ? Number(text) : text;
}

const about = {
  zh: {
    sheet: '说明',
    ledger: '台账',
    source: '依据',
    town: '单位',
    filter: '筛选条件',
    rows: '记录数',
    at: '导出时间',
    by: '导出人',
    data: '数据性质',
    practice: '练习数据，不得上报',
    real: '正式数据',
    masked: '部分字段已脱敏',
    columns: '导出列',
  },
  en: {
    sheet: 'About',
    ledger: 'Ledger',
    source: 'Follows',
    town: 'Office',
    filter: 'Filter',
    rows: 'Records',
    at: 'Exported at',
    by: 'Exported by',
    data: 'Data',
    practice: 'Practice data, never to be reported',
    real: 'Real data',
    masked: 'some fields are masked',
    columns: 'Columns',
  },
} as const;

function aboutSheet(
  input: ExportInput,
  columns: readonly Column[],
  counted: { readonly rows: number },
): SheetOut {
  const { store, ledger, caller } = input;
  const words = about[caller.language];
  const isMasked = !caller.seesMasked && columns.some((c) => c.field?.masked === true);
  const nature = store.info.practice ? words.practice : words.real;
  return {
    name: words.sheet,
    columns: [{ width: 16 }, { width: 80 }],
    frozenRows: 0,
    // Pulled after the list was written, so the count is known.
    rows: (function* (): Generator<CellOut[]> {
      yield [words.ledger, ledger.label[caller.language]];
      yield [words.source, ledger.source];
      yield [words.town, store.info.town.name];
      yield [words.filter, { text: describeFilter(input), style: 'note' }];
      yield [words.rows, counted.rows];
      yield [words.at, chinaMinute(input.now())];
      yield [words.by, caller.name];
      yield [words.data, isMasked ? `${nature}（${words.masked}）` : nature];
      yield [
        words.columns,
        { text: columns.map((c) => c.title).join(separators[caller.language]), style: 'note' },
      ];
    })(),
  };
}

const separators: Readonly<Record<Language, string>> = { zh: '、', en: ', ' };
