import { isLink } from '../../model/define-ledger.ts';
import { isSetIn } from '../../model/figures/number-where.ts';
import type { FigureAnswer, FigureLine, FigureNumbers, FigureQuestion } from '../api.ts';
import { sortColumn } from '../migrate/ledger-plan.ts';
import type { Core } from '../repository/core.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';

/** Puts the lines of a table in the order people read them in, and the smallest of too many together. */
export function arranged(
  core: Core,
  table: LedgerTable,
  { question, lines }: { readonly question: FigureQuestion; readonly lines: readonly FigureLine[] },
): Pick<FigureAnswer, 'lines' | 'others'> {
  const { by, most = Infinity } = question;
  if (by === null) return { lines: [], others: null };
  const filled = lines.filter(({ key }) => key !== null).toSorted(byFullness);
  const empty = lines.filter(({ key }) => key === null);
  const isWhole = filled.length <= most || isSetIn(table.ledger)(by);
  const shown = isWhole ? filled : filled.slice(0, most);
  return {
    lines: [...inOrder(core, table, { by, lines: shown }), ...empty],
    others: isWhole ? null : addedUp(filled.slice(most)),
  };
}

/** More records first: in the first period, then in all together. */
function byFullness(a: FigureLine, b: FigureLine): number {
  return countOf(b, 0) - countOf(a, 0) || allOf(b) - allOf(a) || (String(a.key) < String(b.key) ? -1 : 1);
}

const countOf = ({ numbers }: FigureLine, span: number): number => numbers[span]?.[0] ?? 0;
const allOf = (line: FigureLine): number =>
  line.numbers.reduce((all, _, span) => all + countOf(line, span), 0);

function inOrder(
  core: Core,
  table: LedgerTable,
  { by, lines }: { readonly by: string; readonly lines: readonly FigureLine[] },
): readonly FigureLine[] {
  const field = table.ledger.fields[by];
  if (field === undefined || field.kind === 'text') return lines;
  const target = isLink(field) ? core.tables.get(field.target ?? '') : undefined;
  if (target === undefined)
    return lines.toSorted((a, b) => (field.kind === 'yes-no' ? Number(b.key) - Number(a.key) : sign(a, b)));
  const { ledger } = target;
  const column = sortColumn(ledger, ledger.sort.replace(/^-/, ''));
  const way = ledger.sort.startsWith('-') ? 'DESC' : 'ASC';
  const rows = core.connection.rows(
    `SELECT id FROM ${ledger.id} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY ${column} ${way}, rid`,
    JSON.stringify(lines.map(({ key }) => key)),
  );
  const places = new Map(rows.map((row, i) => [String(row['id']), i]));
  const place = ({ key }: FigureLine): number => places.get(String(key)) ?? rows.length;
  return lines.toSorted((a, b) => place(a) - place(b) || sign(a, b));
}

/** Codes stand in the order of their numbers. */
const sign = (a: FigureLine, b: FigureLine): number =>
  String(a.key) < String(b.key) ? -1 : Number(a.key !== b.key);

function addedUp(lines: readonly FigureLine[]): FigureNumbers {
  const [first] = lines;
  return (first?.numbers ?? []).map((row, span) =>
    row.map((_, measure) => lines.reduce((all, { numbers }) => all + (numbers[span]?.[measure] ?? 0), 0)),
  );
}
