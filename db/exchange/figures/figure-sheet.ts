import { changeText, formulaText, numberText, withUnit } from '../../model/figures/figure-text.ts';
import { compared } from '../../model/figures/compared.ts';
import { indicatorsAmong, indicatorValue, unitText, type Indicator } from '../../model/figures/indicators.ts';
import { isSetIn } from '../../model/figures/number-where.ts';
import { periodName } from '../../model/figures/period.ts';
import { ratePartsOf } from '../../model/figures/rate-parts.ts';
import type { AnyLedger } from '../../model/define-ledger.ts';
import { sharedDimensions } from '../../model/figures/shared-fields.ts';
import type { Language } from '../../model/localized.ts';
import { chinaMinute } from '../../model/office-time.ts';
import type { FigureNumbers } from '../../store/api.ts';
import type { FigureTable } from './figure-table.ts';
import { figureWords } from './figure-words.ts';

/** One number of a row: as it is printed, and as it is reckoned with. */
interface SheetNumber {
  readonly text: string;
  readonly value: number | null;
}

/** One row of a printed table. */
export interface SheetRow {
  readonly label: string;
  readonly unit: string;
  readonly indicator: Indicator;
  /** This period; then, where there is something to compare with, the one before and the year before. */
  readonly numbers: readonly SheetNumber[];
  /** 环比 and 同比 as printed; empty where nothing is compared. */
  readonly changes: readonly string[];
}

/** A table of figures as it stands on paper and in a workbook: all indicators, then one of them by its lines. */
export interface FigureSheet {
  readonly title: string;
  readonly facts: readonly string[];
  /** Titles of the columns behind the name: numbers and changes in the order they are read. */
  readonly heads: readonly string[];
  readonly indicators: readonly SheetRow[];
  readonly byTitle: string;
  readonly lines: readonly SheetRow[];
  readonly notes: readonly string[];
}

/** Makes the sheet of a table. @param indicator id of the indicator the lines are of */
export function figureSheet(
  table: FigureTable,
  indicator: string,
  { language, now }: { readonly language: Language; readonly now: Date },
): FigureSheet {
  const { ledger, periods } = table;
  const all = indicatorsAmong(ledger, table.measures);
  const isCompared = periods.length > 1;
  const row = rowMaker(table, language);
  const [period = null] = periods;
  const { byTitle, lines, notes } = linesOf(
    table,
    all.find(({ id }) => id === indicator) ?? all[0],
    language,
  );
  return {
    title: figureWords.title[language].replace('{ledger}', ledger.label[language]),
    facts: [
      period === null ? figureWords.all[language] : periodName(period, language),
      figureWords.reckoned[language].replace('{at}', chinaMinute(now)),
    ],
    heads: headsOf(isCompared, language),
    indicators: all.map((one) => row(one.label[language], one, table.total)),
    byTitle,
    lines,
    notes: [...notes, ...all.flatMap((one) => noteOf(one, table, language))],
  };
}

/** What an indicator counts; of a rate with the counts of the period. */
function noteOf(indicator: Indicator, table: FigureTable, language: Language): readonly string[] {
  const { ledger, measures, periods, total } = table;
  if (indicator.definition === null) return [];
  const definition = indicator.definition[language];
  const numbers = total[0] ?? [];
  const place = { base: {}, span: periods[0] ?? null, line: null };
  const parts = ratePartsOf({ ledger, indicator, language }, { measures, numbers }, place);
  if (parts === null) return [definition];
  const value = indicatorValue(indicator, (id) => numbers[measures.findIndex((one) => one.id === id)] ?? 0);
  const said = withUnit(
    { kind: indicator.kind, unit: unitText(indicator, language) },
    { value, text: numberText(indicator, value) },
  );
  const when = figureWords[place.span === null ? 'standing' : 'now'][language];
  return [
    figureWords.counted[language]
      .replace('{definition}', definition)
      .replace('{when}', when)
      .replace('{formula}', formulaText(said, parts, language)),
  ];
}

/** The lines of one indicator with their total below; nothing when the table has none. */
function linesOf(
  table: FigureTable,
  indicator: Indicator | undefined,
  language: Language,
): Pick<FigureSheet, 'byTitle' | 'lines' | 'notes'> {
  const { ledger, by } = table;
  const field = by === null ? undefined : ledger.fields[by];
  if (by === null || field === undefined || indicator === undefined)
    return { byTitle: '', lines: [], notes: [] };
  const dimensions = sharedDimensions(ledger, indicator.others);
  if (!dimensions.includes(by))
    return { byTitle: '', lines: [], notes: [linesBy(ledger, indicator, language)] };
  const row = rowMaker(table, language);
  return {
    byTitle: figureWords.by[language]
      .replace('{field}', field.label[language])
      .replace('{indicator}', indicator.label[language]),
    lines: [
      ...table.lines.map(({ label, numbers }) => row(label, indicator, numbers)),
      row(figureWords.total[language], indicator, table.total),
    ],
    notes: isSetIn(ledger)(by) ? [figureWords.severally[language]] : [],
  };
}

/** Says by what a figure of several ledgers has lines. */
function linesBy(ledger: AnyLedger, { label, others }: Indicator, language: Language): string {
  const fields = sharedDimensions(ledger, others).map((name) => ledger.fields[name]?.label[language] ?? name);
  return figureWords.linesBy[language]
    .replace('{indicator}', label[language])
    .replace('{fields}', fields.join(language === 'zh' ? '、' : ', '));
}

const headsOf = (isCompared: boolean, language: Language): readonly string[] =>
  isCompared
    ? (['now', 'before', 'change', 'yearBefore', 'yearChange'] as const).map(
        (key) => figureWords[key][language],
      )
    : [figureWords.standing[language]];

function rowMaker(table: FigureTable, language: Language) {
  const ids = table.measures.map(({ id }) => id);
  return (label: string, indicator: Indicator, numbers: FigureNumbers): SheetRow => {
    const { now, before, yearBefore, change, yearChange } = compared(indicator, ids, numbers);
    const values = table.periods.length > 1 ? [now, before, yearBefore] : [now];
    return {
      label,
      unit: unitText(indicator, language),
      indicator,
      numbers: values.map((value) => ({ value, text: numberText(indicator, value) })),
      changes:
        table.periods.length > 1
          ? [change, yearChange].map((one) => (one === null ? '—' : changeText(one, language)))
          : [],
    };
  };
}

/** Numbers and changes of a row in the order of the heads. */
export function inOrder<T>(
  { numbers, changes }: SheetRow,
  of: (number: SheetNumber) => T,
): readonly (T | string)[] {
  const [now, before, yearBefore] = numbers.map(of);
  const [change, yearChange] = changes;
  return [now, before, change, yearBefore, yearChange].flatMap((one) => (one === undefined ? [] : [one]));
}
