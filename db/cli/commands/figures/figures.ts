import path from 'node:path';
import { figureSheet } from '../../../exchange/figures/figure-sheet.ts';
import { figureTable } from '../../../exchange/figures/figure-table.ts';
import { writeFigureWorkbook } from '../../../exchange/figures/figure-workbook.ts';
import type { AnyLedger } from '../../../model/define-ledger.ts';
import { figureOf } from '../../../model/figures/figure-of.ts';
import { indicatorsOf } from '../../../model/figures/indicators.ts';
import { periodOf, type Period } from '../../../model/figures/period.ts';
import { sharesFields } from '../../../model/figures/shared-fields.ts';
import { words } from '../../../model/localized.ts';
import { fieldsOf, type Where } from '../../../model/where.ts';
import type { Input } from '../../command.ts';
import { figureJson } from '../../figure-json.ts';
import { whereOf, whereOption } from '../../filter.ts';
import { ledgerNamed } from '../../ledger-named.ts';
import { prepareFigures } from '../../prepared-figures.ts';
import { UsageError } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw figures LEDGER`: counts, sums and rates, each with the filter of the rows behind it. */
export const figuresCommand = storeCommand({
  name: 'figures',
  summary: words(
    '统计：数量、合计、比率，附环比、同比和每个数字的筛选',
    'Counts, sums and rates with their changes, and the filter of the rows behind each number',
  ),
  positionals: ['LEDGER'],
  options: {
    by: { type: 'string', value: 'FIELD', help: words('分组字段', 'Field the lines are of') },
    period: {
      type: 'string',
      value: 'P',
      help: words(
        '统计期：2026-10、2026-Q4 或 2026；不填为全部记录',
        'Period: 2026-10, 2026-Q4 or 2026; without it all records',
      ),
    },
    indicator: { type: 'string', value: 'a,b', help: words('只统计这些指标', 'These indicators only') },
    where: whereOption,
    xlsx: { type: 'string', value: 'OUT', help: words('另存为 Excel 工作簿', 'Also as a workbook') },
  },
  prints:
    '{ledger, by, today, periods, total:{indicator: {now:{value, where}, before?, change?, yearBefore?, yearChange?}}, lines:[{key, label, indicator…}]}',
  run: async (store, input, context) => {
    const ledger = ledgerNamed(input.positionals[0]);
    const { language, caller } = context;
    const where = whereOf(ledger, input);
    const only = indicatorsNamed(ledger, where, input);
    const now = context.now();
    const question = {
      store,
      caller,
      ledger,
      where,
      by: dimensionOf(ledger, input),
      period: periodNamed(input),
    };
    prepareFigures(store, context, [ledger.id]);
    const table = figureTable({ ...question, now });
    const out = input.options['xlsx'];
    if (typeof out === 'string') {
      const sheet = figureSheet(table, only[0] ?? 'count', { language, now });
      await writeFigureWorkbook(path.resolve(out), sheet, language);
    }
    return figureJson(table, { base: where, only, language });
  },
});

function dimensionOf(ledger: AnyLedger, input: Input): string | null {
  const by = input.options['by'];
  if (typeof by !== 'string') return null;
  const { dimensions } = figureOf(ledger);
  if (dimensions.includes(by)) return by;
  const known = dimensions.join(', ');
  throw new UsageError(
    words(`不能按“${by}”统计，可用：${known}`, `Cannot count by "${by}"; one of: ${known}`),
  );
}

function periodNamed(input: Input): Period | null {
  const text = input.options['period'];
  if (typeof text !== 'string') return null;
  const period = periodOf(text);
  if (period !== null) return period;
  throw new UsageError(words(`--period 有误：${text}`, `--period is wrong: ${text}`));
}

/** Under a filter figures of two ledgers are known only where both can be filtered so. */
function indicatorsNamed(ledger: AnyLedger, where: Where, input: Input): readonly string[] {
  const text = input.options['indicator'];
  if (typeof text !== 'string') return [];
  const known = indicatorsOf(ledger)
    .filter(({ others }) => others.every((other) => sharesFields(ledger, other, fieldsOf(where))))
    .map(({ id }) => id);
  const wanted = text.split(',').map((id) => id.trim());
  const unknown = wanted.find((id) => !known.includes(id));
  if (unknown === undefined) return wanted;
  const all = known.join(', ');
  throw new UsageError(
    words(`没有指标“${unknown}”，可用：${all}`, `There is no indicator "${unknown}"; one of: ${all}`),
  );
}
