import { figureDocument } from '../../../db/exchange/figures/figure-document.ts';
import { figureSheet } from '../../../db/exchange/figures/figure-sheet.ts';
import { figureTable, type FigureTable } from '../../../db/exchange/figures/figure-table.ts';
import { figureTrend } from '../../../db/exchange/figures/figure-trend.ts';
import { writeFigureWorkbook } from '../../../db/exchange/figures/figure-workbook.ts';
import { monthlyReport, type MonthlyReport } from '../../../db/exchange/figures/report/monthly-report.ts';
import { reportDocument } from '../../../db/exchange/figures/report/report-document.ts';
import { writeReportWorkbook } from '../../../db/exchange/figures/report/report-workbook.ts';
import { figureOf } from '../../../db/model/figures/figure-of.ts';
import { periodOf, type Period } from '../../../db/model/figures/period.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { toWhere } from './to-where.ts';

type Handlers = HandlersOf<'figure'>;
type Question = Omit<Parameters<Handlers['figure.table']>[0], 'indicator'>;

/** Statistics: tables of figures, trends, the monthly report, on paper and in files. */
export function createFigureHandlers(desk: Desk): Handlers {
  const prepared = whenPrepared(desk);
  return {
    'figure.table': prepared((question, asking) => {
      const table = tableOf(desk, question, asking);
      if (table instanceof Refusal) return table;
      const { today, periods, lines, total } = table;
      return {
        today,
        periods: periods.map((one) => one?.id ?? null),
        lines,
        total,
      };
    }),
    'figure.trend': prepared(({ ledger, where, period }, { store, caller }) => {
      const until = named(period);
      const question = { ledger: ledgerOf(ledger), where: toWhere(where), until, now: desk.now() };
      const { today, periods, numbers } = figureTrend({ ...question, store, caller });
      return { today, periods: periods.map(({ id }) => id), numbers };
    }),
    'figure.document': prepared(({ indicator, ...question }, asking) => {
      const table = tableOf(desk, question, asking);
      if (table instanceof Refusal) return table;
      const now = desk.now();
      const sheet = figureSheet(table, indicator, { language: asking.caller.language, now });
      return { foot: 'line' as const, ...figureDocument(sheet, { ...asking, now }) };
    }),
    'figure.export': prepared(async ({ indicator, file, ...question }, asking) => {
      const table = tableOf(desk, question, asking);
      if (table instanceof Refusal) return table;
      const { language } = asking.caller;
      const sheet = figureSheet(table, indicator, { language, now: desk.now() });
      await writeFigureWorkbook(file, sheet, language);
      return { lines: sheet.lines.length };
    }),
    ...reporting(desk),
  };
}

type Reporting = 'figure.report' | 'figure.reportDocument' | 'figure.reportFile';

function reporting(desk: Desk): Pick<Handlers, Reporting> {
  const reportOf = (month: string, { store, caller }: Asking): MonthlyReport =>
    monthlyReport({ store, caller, month: named(month), now: desk.now() });
  const prepared = whenPrepared(desk);
  return {
    'figure.report': prepared(({ month }, asking) => {
      const { title, periods, cover, groups, definitions } = reportOf(month, asking);
      return { title, periods, cover, groups, definitions };
    }),
    'figure.reportDocument': prepared(({ month }, asking) => ({
      foot: 'line' as const,
      ...reportDocument(reportOf(month, asking), asking.caller.language),
    })),
    'figure.reportFile': prepared(async ({ month, format, file }, asking) => {
      const report = reportOf(month, asking);
      const write = format === 'xlsx' ? writeReportWorkbook : await reportWord();
      await write(file, report, asking.caller.language);
      return { rows: report.groups.reduce((all, { rows }) => all + rows.length, 0) };
    }),
  };
}

/** Loaded when the first report is written: the library for Word files is a twentieth of the program. */
const reportWord = async () =>
  (await import('../../../db/exchange/figures/report/report-word.ts')).writeReportWord;

/**
 * Figures asked while they are prepared wait for it: other calls are answered meanwhile, which they would not be while a
 * large table is counted row by row.
 */
const whenPrepared =
  ({ session }: Desk) =>
  <I, R>(handler: (input: I, asking: Asking) => R) =>
  async (input: I, asking: Asking): Promise<Awaited<R> | Refusal> => {
    await session.figuresReady();
    return session.store === null ? session.whyClosed() : await handler(input, asking);
  };

function tableOf(desk: Desk, question: Question, { store, caller }: Asking): FigureTable | Refusal {
  const { ledger, where, field, period } = question;
  const definition = ledgerOf(ledger);
  if (field !== null && !figureOf(definition).dimensions.includes(field))
    return new Refusal('invalid-input', 'unknown-field', { ledger, field });
  return figureTable({
    store,
    caller,
    ledger: definition,
    where: toWhere(where),
    by: field,
    period: period === null ? null : named(period),
    now: desk.now(),
  });
}

/** A text the contract has let through names a period. */
function named(text: string): Period {
  const period = periodOf(text);
  if (period === null) throw new Error(`no period ${text}`);
  return period;
}
