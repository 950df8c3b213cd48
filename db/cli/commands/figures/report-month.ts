import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { monthlyReport, type MonthlyReport } from '../../../exchange/figures/report/monthly-report.ts';
import { reportDocument } from '../../../exchange/figures/report/report-document.ts';
import { writeReportWorkbook } from '../../../exchange/figures/report/report-workbook.ts';
import { periodOf, type Period } from '../../../model/figures/period.ts';
import { words } from '../../../model/localized.ts';
import type { Input, StoreContext } from '../../command.ts';
import { prepareFigures } from '../../prepared-figures.ts';
import { printPdf, type PrintedFile } from '../../print-pdf.ts';
import { UsageError } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw report month 2026-10`: the town's monthly report under 七个有人, as JSON and as files. */
export const reportMonthCommand = storeCommand({
  name: 'report month',
  summary: words('社会治理工作月报（七个有人）', 'The monthly report of the town'),
  positionals: ['YYYY-MM'],
  options: {
    xlsx: { type: 'string', value: 'OUT', help: words('Excel 工作簿', 'Excel workbook') },
    docx: { type: 'string', value: 'OUT', help: words('Word 文档', 'Word document') },
    pdf: { type: 'string', value: 'OUT', help: words('PDF 文件', 'PDF file') },
    html: { type: 'string', value: 'OUT', help: words('打印用网页', 'The printed page') },
  },
  prints:
    '{title, month, cover, groups:[{id, label, rows:[{ledger, label, unit, definition, now:{value, text, where, parts}, …}]}], definitions, files}',
  run: async (store, input, context) => {
    const month = monthOf(input);
    prepareFigures(store, context);
    const report = monthlyReport({ store, caller: context.caller, month, now: context.now() });
    const files = await written(report, input, context);
    const { title, groups, cover, definitions } = report;
    return { title, month: month.id, groups, cover, definitions, files };
  },
});

function monthOf(input: Input): Period {
  const text = input.positionals[0] ?? '';
  const month = periodOf(text);
  if (month?.kind === 'month') return month;
  throw new UsageError(words(`月份应为 2026-10 的形式：${text}`, `A month is written 2026-10: ${text}`));
}

async function written(
  report: MonthlyReport,
  input: Input,
  context: StoreContext,
): Promise<readonly PrintedFile[]> {
  const { language } = context;
  const at = (name: string): string | null => {
    const value = input.options[name];
    return typeof value === 'string' ? path.resolve(value) : null;
  };
  const [xlsx, docx, html, pdf] = [at('xlsx'), at('docx'), at('html'), at('pdf')];
  const files: PrintedFile[] = [];
  if (xlsx !== null) await writeReportWorkbook(xlsx, report, language);
  if (docx !== null) {
    const { writeReportWord } = await import('../../../exchange/figures/report/report-word.ts');
    await writeReportWord(docx, report, language);
  }
  const document = reportDocument(report, language);
  if (html !== null) writeFileSync(html, document.html);
  for (const file of [xlsx, docx, html]) if (file !== null) files.push({ file });
  if (pdf !== null)
    for (const { out, ...made } of printPdf([{ ...document, paper: 'A4', out: pdf }], context))
      files.push({ file: out, ...made });
  return files;
}
