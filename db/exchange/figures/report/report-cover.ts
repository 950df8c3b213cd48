import { pointsOf, shareOf } from '../../../model/figures/change.ts';
import { termsOf, type CoverHeading } from '../../../model/figures/cover-headings.ts';
import { numberText, type RateParts } from '../../../model/figures/figure-text.ts';
import type { FigurePart } from '../../../model/figures/rate-parts.ts';
import { ledgerOf } from '../../../model/registry.ts';
import type { Language } from '../../../model/localized.ts';
import {
  changeOrDash,
  reportRow,
  type ReportFigure,
  type ReportInput,
  type ReportMonth,
  type ReportNumber,
  type ReportRow,
} from './report-row.ts';

/** The figure of a heading of the cover: rates of several ledgers taken together. */
export function coverFigure(heading: CoverHeading, input: ReportInput): ReportFigure {
  const { rate, definition } = heading;
  const { language } = input.caller;
  const rows = termsOf(heading).map((term) =>
    reportRow({ ledger: term.ledger, indicator: term.rate }, input),
  );
  const [now, before, yearBefore] = (['now', 'before', 'yearBefore'] as const).map((month) =>
    together(rows, month, language),
  );
  if (now === undefined || before === undefined || yearBefore === undefined)
    throw new Error('three months make three numbers');
  const changeTo = ({ parts, value }: ReportNumber): string =>
    changeOrDash(parts === null ? null : pointsOf(now.value, value), language);
  return {
    label: rate[language],
    unit: '%',
    kind: 'rate',
    digits: 0,
    isWhole: true,
    definition: definition[language],
    now,
    before,
    yearBefore,
    change: changeTo(before),
    yearChange: changeTo(yearBefore),
  };
}

/** Numerators over denominators of a month; nothing where one of them is a register, which has no earlier state. */
function together(rows: readonly ReportRow[], month: ReportMonth, language: Language): ReportNumber {
  const parts: { numerator: FigurePart[]; denominator: FigurePart[] } = { numerator: [], denominator: [] };
  for (const row of rows) {
    const own = row[month].parts;
    if (own === null) return { value: null, text: '—', where: null, parts: null };
    const named = (part: FigurePart): FigurePart => ({ ...part, label: termLabel(part, language) });
    parts.numerator.push(...own.numerator.map(named));
    parts.denominator.push(...own.denominator.map(named));
  }
  const value = shareOf(sumOf(parts.numerator), sumOf(parts.denominator));
  return { value, text: numberText({ kind: 'rate', digits: 0 }, value), where: null, parts };
}

/** 问题隐患已结案: what is counted, with the ledger it is counted in. */
function termLabel({ ledger, label }: FigurePart, language: Language): string {
  const name = ledgerOf(ledger).label[language];
  return language === 'zh' ? `${name}${label}` : `${name}: ${label}`;
}

const sumOf = (parts: RateParts['numerator']): number => parts.reduce((all, { count }) => all + count, 0);
