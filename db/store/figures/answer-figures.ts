import { isDeepStrictEqual } from 'node:util';
import type { Value } from '../../model/field-kind.ts';
import { isSetIn, numberWhere, whereIn, type Measure } from '../../model/figures/number-where.ts';
import { sharesFields } from '../../model/figures/shared-fields.ts';
import { both, fieldsOf, linkKey, namedLink, removedKey, type Where } from '../../model/where.ts';
import type { FigureAnswer, FigureLine, FigureQuestion } from '../api.ts';
import type { Row } from '../open/connection.ts';
import { tableOf, type Core } from '../repository/core.ts';
import { ListCache } from '../repository/list-cache.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { COUNT_BOUND } from '../repository/page.ts';
import { compileWhere } from '../repository/where.ts';
import { arranged } from './arrange-lines.ts';
import { canCount, countColumns } from './columns/count-columns.ts';
import { countRows } from './count-rows.ts';
import type { Group, Part } from './parts.ts';

/**
 * Answers a table of figures, and remembers the answer until a write touches what it counts (see `ListCache`), so that it
 * is right after any save, undo, import and package.
 */
export function answerFigures(core: Core, question: FigureQuestion): FigureAnswer {
  const table = tableOf(core, question.ledger);
  const key = JSON.stringify(question);
  const answer =
    core.lists.figures(key) ??
    core.lists.keepFigures(key, question.ledger, {
      fields: usedFields(question),
      answer: reckoned(core, table, question),
    });
  tellLists(core, table, { question, answer });
  return answer;
}

/** A list stops counting where it takes long. The counts that are known now are exact, so the lists they open shall say them. */
function tellLists(
  core: Core,
  table: LedgerTable,
  { question, answer }: { readonly question: FigureQuestion; readonly answer: FigureAnswer },
): void {
  const { by, where: base, spans, measures } = question;
  const lines = [
    { line: null, numbers: answer.total },
    ...answer.lines.map(({ key, numbers }) => ({ line: by === null ? null : { by, key }, numbers })),
  ];
  for (const { line, numbers } of lines)
    for (const [s, row] of numbers.entries())
      for (const [m, total] of row.entries()) {
        const measure = measures[m];
        if (measure === undefined || measure.sum !== null || !isSlowToCount(measure, total)) continue;
        const counted = countedTable(core, table, measure);
        if (line !== null && !isLineOf(table, counted, line.by)) continue;
        const where = numberWhere(table.ledger, measure, { base, span: spans[s] ?? null, line });
        const { sql, bound, fields } = compileWhere(counted, where);
        const key = ListCache.key(counted.ledger.id, sql, bound);
        core.lists.keepTotal(key, counted.ledger.id, { fields, total: { total, exact: true } });
      }
}

/** A list counts many records no further, and looks up what links to each of them. */
const isSlowToCount = ({ where }: Measure, total: number): boolean =>
  total > COUNT_BOUND || (total > 0 && Object.keys(where).some((key) => namedLink(key) !== null));

/** The table a measure counts in. */
const countedTable = (core: Core, table: LedgerTable, { ledger }: Measure): LedgerTable =>
  ledger === undefined ? table : tableOf(core, ledger);

/** Whether the records of a table have the lines of another's field. */
const isLineOf = ({ ledger }: LedgerTable, counted: LedgerTable, by: string): boolean =>
  counted.ledger === ledger || sharesFields(ledger, counted.ledger.id, [by]);

/** Fields the numbers depend on; those of other ledgers with the ledger's name before them, see `fieldsOf`. */
function usedFields({ where, by, measures }: FigureQuestion): readonly string[] {
  const lined = [...fieldsOf(where), ...(by === null ? [] : [by])];
  const named = measures.flatMap((measure) => {
    const own = [...fieldsOf(measure.where), ...[measure.per, measure.sum].flatMap((name) => name ?? [])];
    const { ledger } = measure;
    if (ledger === undefined) return own;
    // Its records are counted, whatever they say.
    const there = [...own, ...lined, ''];
    return there.map((name) => (namedLink(name) === null ? linkKey({ ledger, link: name }) : name));
  });
  return [...new Set([...lined, ...named])];
}

/** What of a question one ledger answers, and which of its measures these are. */
interface Share {
  readonly table: LedgerTable;
  readonly question: FigureQuestion;
  readonly indexes: readonly number[];
}

/** The measures of a question by the ledger they count in; lines only where its records have them. */
function sharesOf(core: Core, table: LedgerTable, question: FigureQuestion): readonly Share[] {
  const indexed = question.measures.map((measure, index) => ({ measure, index }));
  const byLedger = Map.groupBy(indexed, ({ measure }) => countedTable(core, table, measure));
  return [...byLedger].map(([counted, own]) => {
    const { by } = question;
    const lines = by !== null && isLineOf(table, counted, by) ? by : null;
    const measures = own.map(({ measure }) => measure);
    return {
      table: counted,
      question: { ...question, by: lines, measures },
      indexes: own.map(({ index }) => index),
    };
  });
}

/** Measures that share a period field are counted in one pass; equal periods are counted once. */
function partsOf({ where, spans, measures }: FigureQuestion, table: LedgerTable): readonly Part[] {
  const parts = new Map<string, { where: Where; places: Place[]; measures: Counted[] }>();
  for (const [measure, { per, sum, ...asked }] of measures.entries()) {
    for (const [span, days] of spans.entries()) {
      const period = days === null || per === null ? null : { [per]: { from: days.from, to: days.to } };
      const counted = { where: whereIn(asked, days), sum };
      const id = JSON.stringify(period);
      const part = parts.get(id) ?? {
        where: period === null ? where : both(where, period, isSetIn(table.ledger)),
        places: [],
        measures: [],
      };
      const same = part.measures.findIndex((one) => isDeepStrictEqual(one, counted));
      part.places.push({ span, measure, number: same < 0 ? part.measures.length : same });
      if (same < 0) part.measures.push(counted);
      parts.set(id, part);
    }
  }
  return [...parts.values()];
}

type Place = Part['places'][number];
type Counted = Part['measures'][number];

function reckoned(core: Core, table: LedgerTable, question: FigureQuestion): FigureAnswer {
  const empty = (): number[][] => question.spans.map(() => question.measures.map(() => 0));
  const total = empty();
  const lines = new Map<FigureLine['key'], number[][]>();
  for (const share of sharesOf(core, table, question)) {
    const { by } = share.question;
    for (const { part, group } of groupsOf(core, share)) {
      add(total, group, { part, share });
      if (by === null) continue;
      for (const key of keysOf(share.table, by, group.line)) {
        const line = lines.get(key) ?? empty();
        lines.set(key, line);
        add(line, group, { part, share });
      }
    }
  }
  const found = [...lines].map(([key, numbers]) => ({ key, numbers }));
  return { total, ...arranged(core, table, { question, lines: found }) };
}

/** Counted from the columns of a large ledger and from the rows they do not know yet, or from all rows of its table. */
function groupsOf(
  core: Core,
  { table, question }: Share,
): readonly { readonly part: Part; readonly group: Group }[] {
  const { by } = question;
  const parts = partsOf(question, table);
  const settled = removedKey in question.where ? null : core.columns.settled(table);
  const isFast = settled !== null && canCount(settled, { parts, by });
  const inColumns = isFast ? countColumns(core, table, { parts, by, settled }) : [];
  const rids = isFast ? settled.changed : null;
  return parts.flatMap((part, i) =>
    [...(inColumns[i] ?? []), ...(rids?.length === 0 ? [] : countRows(core, table, { part, by, rids }))].map(
      (group) => ({ part, group }),
    ),
  );
}

function add(
  to: number[][],
  { numbers }: Group,
  { part, share }: { readonly part: Part; readonly share: Share },
): void {
  for (const { span, measure, number } of part.places) {
    const line = to[span];
    const index = share.indexes[measure];
    if (line === undefined || index === undefined) continue;
    line[index] = (line[index] ?? 0) + (numbers[number] ?? 0);
  }
}

/** The lines a stored value belongs to: each code of a set has its own. */
function keysOf(table: LedgerTable, by: string, stored: Row[string]): readonly FigureLine['key'][] {
  const field = table.ledger.fields[by];
  if (stored === null || field === undefined) return [null];
  if (typeof stored === 'object') return [null];
  const value: Value = field.decode(stored);
  // Fields that make lines hold texts, sets of them, yes or no.
  if (typeof value === 'object') return value ?? [null];
  return [typeof value === 'number' ? String(value) : value];
}
