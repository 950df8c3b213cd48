import type { Value } from '../../model/field-kind.ts';
import { isSetIn, numberWhere } from '../../model/figures/number-where.ts';
import { both, fieldsOf, removedKey, type Where } from '../../model/where.ts';
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
        if (total <= COUNT_BOUND || measure === undefined || measure.sum !== null) continue;
        const where = numberWhere(table.ledger, measure, { base, span: spans[s] ?? null, line });
        const { sql, bound, fields } = compileWhere(table, where);
        const key = ListCache.key(table.ledger.id, sql, bound);
        core.lists.keepTotal(key, table.ledger.id, { fields, total: { total, exact: true } });
      }
}

/** Fields the numbers depend on. */
function usedFields({
  where,
  by,
  measures,
}: Pick<FigureQuestion, 'where' | 'by' | 'measures'>): readonly string[] {
  const named = measures.flatMap((measure) => [
    ...fieldsOf(measure.where),
    ...[measure.per, measure.sum].flatMap((name) => name ?? []),
  ]);
  return [...new Set([...fieldsOf(where), ...named, ...(by === null ? [] : [by])])];
}

/** Measures that share a period field are counted in one pass; equal periods are counted once. */
function partsOf(question: FigureQuestion, table: LedgerTable): readonly Part[] {
  const { where, spans, measures } = question;
  const parts = new Map<string, { where: Where; places: Part['places'][number][]; indexes: Set<number> }>();
  for (const [measure, { per }] of measures.entries()) {
    for (const [span, days] of spans.entries()) {
      const period = days === null || per === null ? null : { [per]: { from: days.from, to: days.to } };
      const id = JSON.stringify(period);
      const part = parts.get(id) ?? {
        where: period === null ? where : both(where, period, isSetIn(table.ledger)),
        places: [],
        indexes: new Set(),
      };
      part.places.push({ span, measure });
      part.indexes.add(measure);
      parts.set(id, part);
    }
  }
  return [...parts.values()].map(({ where: filter, places, indexes }) => {
    const own = [...indexes];
    return {
      where: filter,
      measures: own.flatMap((index) => measures[index] ?? []),
      places,
    };
  });
}

function reckoned(core: Core, table: LedgerTable, question: FigureQuestion): FigureAnswer {
  const empty = (): number[][] => question.spans.map(() => question.measures.map(() => 0));
  const total = empty();
  const lines = new Map<FigureLine['key'], number[][]>();
  for (const { part, group } of groupsOf(core, table, question)) {
    add(total, group, { part, question });
    if (question.by === null) continue;
    for (const key of keysOf(table, question.by, group.line)) {
      const line = lines.get(key) ?? empty();
      lines.set(key, line);
      add(line, group, { part, question });
    }
  }
  const found = [...lines].map(([key, numbers]) => ({ key, numbers }));
  return { total, ...arranged(core, table, { question, lines: found }) };
}

/** Counted from the columns of a large ledger and from the rows they do not know yet, or from all rows of its table. */
function groupsOf(
  core: Core,
  table: LedgerTable,
  question: FigureQuestion,
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
  { part, question }: { readonly part: Part; readonly question: FigureQuestion },
): void {
  for (const { span, measure } of part.places) {
    const line = to[span];
    const asked = question.measures[measure];
    if (line === undefined || asked === undefined) continue;
    line[measure] = (line[measure] ?? 0) + (numbers[part.measures.indexOf(asked)] ?? 0);
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
