import type { AnyLedger } from '../../../model/define-ledger.ts';
import type { Change } from '../../../model/figures/change.ts';
import { compared } from '../../../model/figures/compared.ts';
import { changeText, numberText, type RateParts } from '../../../model/figures/figure-text.ts';
import { indicatorsOf, measureIds, unitText, type Indicator } from '../../../model/figures/indicators.ts';
import { countedIn, measuresOf, numberWhere } from '../../../model/figures/number-where.ts';
import { periodAfter, yearBefore, type Period } from '../../../model/figures/period.ts';
import { ratePartsOf, type FigurePart } from '../../../model/figures/rate-parts.ts';
import type { ReportLine } from '../../../model/figures/town-report.ts';
import type { Language, Localized } from '../../../model/localized.ts';
import { chinaDay } from '../../../model/office-time.ts';
import { ledgerOf } from '../../../model/registry.ts';
import type { Where } from '../../../model/where.ts';
import type { Caller, Store } from '../../../store/api.ts';

/** A number of the report as it is printed, and the rows behind it. */
export interface ReportNumber {
  readonly value: number | null;
  readonly text: string;
  /** Filter of the list of the line's ledger it opens; of a rate those of its numerator. `null`: there is no such list. */
  readonly where: Where | null;
  /** The counts a rate is made of, each with its own list; `null`: no rate, or not known of that period. */
  readonly parts: RateParts<FigurePart> | null;
}

/** The months of the report a figure is told of. */
export type ReportMonth = 'now' | 'before' | 'yearBefore';

/** A figure of the report: the month, the month before, the same month a year before. */
export interface ReportFigure extends Readonly<Record<ReportMonth, ReportNumber>> {
  readonly label: string;
  /** 宗, 人, %: what the number counts. */
  readonly unit: string;
  readonly kind: Indicator['kind'];
  /** Decimal places the value is held in. */
  readonly digits: number;
  /** Whether it is shown without them. */
  readonly isWhole: boolean;
  /** The sentence that says what is counted; `null`: the label says it. */
  readonly definition: string | null;
  /** 环比 and 同比 as printed. */
  readonly change: string;
  readonly yearChange: string;
}

/** One line of a group: a figure of one ledger. */
export interface ReportRow extends ReportFigure {
  readonly ledger: string;
  readonly indicator: string;
  readonly isKey: boolean;
}

/** What the report of a month is reckoned from. */
export interface ReportInput {
  readonly store: Store;
  readonly caller: Caller;
  readonly month: Period;
  readonly now: Date;
}

/** Reckons a line: one question to the store, which remembers the answer. */
export function reportRow(line: ReportLine, input: ReportInput): ReportRow {
  const { language } = input.caller;
  const ledger = ledgerOf(line.ledger);
  const indicator = indicatorNamed(ledger, line.indicator);
  const base = line.where ?? {};
  const measures = measuresOf(ledger, chinaDay(input.now), base).filter(({ id }) =>
    measureIds(indicator).includes(id),
  );
  const spans = spansOf(input.month);
  const { total } = input.store.figures(
    { ledger: ledger.id, where: base, by: null, spans, measures },
    input.caller,
  );
  const ids = measures.map(({ id }) => id);
  const { now, before, yearBefore: lastYear, change, yearChange } = compared(indicator, ids, total);
  const numberAt = (at: number, value: number | null): ReportNumber => {
    const [measure] = measures;
    const text = numberText(indicator, value);
    if (measure === undefined || (indicator.isStanding && at > 0))
      return { value, text, where: null, parts: null };
    const place = { base, span: spans[at] ?? null, line: null };
    const parts = ratePartsOf({ ledger, indicator, language }, { measures, numbers: total[at] ?? [] }, place);
    const where = countedIn(ledger, measure) === ledger ? numberWhere(ledger, measure, place) : null;
    return { value, text, where, parts };
  };
  return {
    ledger: ledger.id,
    indicator: indicator.id,
    label: (line.label ?? nameOf(ledger, indicator))[language],
    unit: unitText(indicator, language),
    kind: indicator.kind,
    digits: indicator.digits,
    isWhole: indicator.isWhole,
    definition: indicator.definition?.[language] ?? null,
    now: numberAt(0, now),
    before: numberAt(1, before),
    yearBefore: numberAt(2, lastYear),
    change: changeOrDash(change, language),
    yearChange: changeOrDash(yearChange, language),
    isKey: line.isKey === true,
  };
}

/** The month, the one before, the same a year before. */
const spansOf = (month: Period) =>
  [month, periodAfter(month, -1), yearBefore(month)].map(({ from, to }) => ({ from, to }));

/** A change as printed; a dash where nothing is compared. */
export const changeOrDash = (one: Change | null, language: Language): string =>
  one === null ? '—' : changeText(one, language);

function indicatorNamed(ledger: AnyLedger, id: string): Indicator {
  const found = indicatorsOf(ledger).find((one) => one.id === id);
  if (found === undefined) throw new Error(`ledger ${ledger.id} has no indicator ${id}`);
  return found;
}

function nameOf(ledger: AnyLedger, { id, label }: Indicator): Localized {
  if (id === 'count') return ledger.label;
  return { zh: `${ledger.label.zh}${label.zh}`, en: `${ledger.label.en}: ${label.en}` };
}
