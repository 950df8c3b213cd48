import type { AnyLedger, SpreadSpec } from '../../../model/define-ledger.ts';
import { cleanText } from '../../../model/fields/clean-text.ts';
import type { Names } from '../../../model/field-kind.ts';
import type { SheetRow } from '../read/sheet-row.ts';
import { isFooter } from './footer-rows.ts';
import type { SheetHead } from './import-types.ts';

/** A sheet whose columns for codes were turned into rows: the head of the long form, and a row of the sheet in it. */
export interface SpreadSheet {
  readonly head: SheetHead;
  /** Rows of the long form keep the number of the row they come from; an empty cell makes none. */
  rowsOf(row: SheetRow): readonly SheetRow[];
}

/** True for a column title that is a code of a ledger whose sheets may be spread. */
export function spreadTitles(ledger: AnyLedger, names: Names): (title: string) => boolean {
  const { spread } = ledger;
  const table = spread === undefined ? undefined : ledger.fields[spread.kind]?.table;
  return (title) => table !== undefined && names.codeOf(table, bareTitle(title)) !== null;
}

/** The long form of a sheet; `null` when it is not spread, or has columns for code and value already. */
export function spreadColumns(
  ledger: AnyLedger,
  {
    head,
    above,
    names,
  }: { readonly head: SheetHead; readonly above: readonly SheetRow[]; readonly names: Names },
): SpreadSheet | null {
  const { spread } = ledger;
  if (spread === undefined || head.fields.includes(spread.kind) || head.fields.includes(spread.value))
    return null;
  const isCode = spreadTitles(ledger, names);
  const places = head.headers.map((_, i) => i);
  const codes = places.filter((i) => head.fields[i] === null && isCode(head.headers[i] ?? ''));
  if (codes.length === 0) return null;
  const kept = places.filter((i) => !codes.includes(i));
  const told = toldAbove(spread, head, above);
  const added = [...told.map(({ field }) => field), ...(spread.unit === undefined ? [] : [spread.unit])];
  const all = [...added, spread.kind, spread.value];
  return {
    head: {
      headerRow: head.headerRow,
      headers: [
        ...kept.map((i) => head.headers[i] ?? ''),
        ...all.map((name) => ledger.fields[name]?.label.zh ?? name),
      ],
      fields: [...kept.map((i) => head.fields[i] ?? null), ...all],
    },
    rowsOf(row) {
      if (isFooter(row.cells)) return [];
      const own = kept.map((i) => row.cells[i] ?? '');
      const common = [...own, ...told.map(({ text }) => text)];
      return codes.flatMap((i) => {
        const value = row.cells[i]?.trim() ?? '';
        if (isBlank(value)) return [];
        const title = head.headers[i] ?? '';
        const unit = spread.unit === undefined ? [] : [unitOf(title) ?? noteUnit(above) ?? ''];
        const cells = [...common, ...unit, bareTitle(title), value];
        return [{ row: row.row, cells, faults: faultsOf(row, kept, { from: i, to: cells.length - 1 }) }];
      });
    },
  };
}

/** Offices write a stroke where there is nothing. */
const isBlank = (text: string): boolean => /^[-—–/\\]*$/.test(text);

function faultsOf(
  { faults }: SheetRow,
  kept: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly number[] | null {
  if (faults === null) return null;
  const own = kept.flatMap((i, place) => (faults.includes(i) ? [place] : []));
  return faults.includes(from) ? [...own, to] : own;
}

/** A title without what stands in brackets behind it. */
const bareTitle = (title: string): string => cleanText(title).replace(/\s*[（(][^（()）]*[)）]\s*$/, '');

/** What stands in brackets behind a title. */
const unitOf = (title: string): string | undefined =>
  /[（(]([^（()）]+)[)）]\s*$/.exec(cleanText(title))?.[1];

/** The unit of all columns, where a line above them says one: 单位：元. Several units there are not for all. */
function noteUnit(above: readonly SheetRow[]): string | undefined {
  const notes = above.flatMap(({ cells }) =>
    cells.map((cell) => /^(?:计量)?单位[:：]\s*(\S+)$/.exec(cell.trim())?.[1]),
  );
  const note = notes.find((unit) => unit !== undefined);
  return note !== undefined && /^(?:亿|万|千)?元$|^%$/.test(note) ? note : undefined;
}

function toldAbove(
  spread: SpreadSpec,
  head: SheetHead,
  above: readonly SheetRow[],
): readonly { readonly field: string; readonly text: string }[] {
  if (spread.month === undefined || head.fields.includes(spread.month)) return [];
  const months = above.flatMap(({ cells }) => cells.map(monthOf)).filter((month) => month !== null);
  return months[0] === undefined ? [] : [{ field: spread.month, text: months[0] }];
}

/**
 * Month a title line speaks of, `YYYY-MM`: 2026年10月, 2026年第三季度 (its last month), 2026年上半年, 2026年度 (December).
 * `null` when it names none.
 */
export function monthOf(text: string): string | null {
  const year = /(20\d{2})\s*年/.exec(text);
  if (year === null) return null;
  const rest = text.slice(year.index + year[0].length);
  const month = monthIn(rest);
  return month === null ? null : `${year[1] ?? ''}-${String(month).padStart(2, '0')}`;
}

function monthIn(rest: string): number | null {
  // 1—10月: figures from January on are those of their last month.
  const month = /^\s*(?:\d{1,2}\s*[-—–至]\s*)?(\d{1,2})\s*月/.exec(rest);
  if (month !== null) return Number(month[1]);
  const quarter = /^\s*第?\s*([一二三四1-4])\s*季度/.exec(rest);
  if (quarter !== null) return 3 * ('一二三四'.indexOf(quarter[1] ?? '') + 1 || Number(quarter[1]));
  if (/^\s*上半年/.test(rest)) return 6;
  return /^\s*(?:全年|度|下半年)/.test(rest) ? 12 : null;
}
