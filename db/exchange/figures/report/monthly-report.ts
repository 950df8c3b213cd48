import type { AnyLedger } from '../../../model/define-ledger.ts';
import type { Change } from '../../../model/figures/change.ts';
import { changeText, numberText } from '../../../model/figures/figure-text.ts';
import { compared } from '../../../model/figures/compared.ts';
import { indicatorsOf, measureIds, type Indicator } from '../../../model/figures/indicators.ts';
import { measuresOf, numberWhere } from '../../../model/figures/number-where.ts';
import { periodAfter, periodName, yearBefore, type Period } from '../../../model/figures/period.ts';
import { coverHeadings, townReport, type ReportLine } from '../../../model/figures/town-report.ts';
import type { Localized } from '../../../model/localized.ts';
import { chinaDay, chinaMinute } from '../../../model/office-time.ts';
import { ledgerOf } from '../../../model/registry.ts';
import type { Where } from '../../../model/where.ts';
import type { Caller, Store } from '../../../store/api.ts';
import { reportWords } from './report-words.ts';

/** A number of the report as it is printed, and the rows behind it. */
export interface ReportNumber {
  readonly value: number | null;
  readonly text: string;
  /** Filter of the list it opens; a rate opens its numerator. `null`: there is nothing behind it. */
  readonly where: Where | null;
}

/** One line: the month, the month before, the same month a year before. */
export interface ReportRow {
  readonly ledger: string;
  readonly indicator: string;
  readonly label: string;
  /** 宗, 人, %: what the number counts. */
  readonly unit: string;
  readonly kind: Indicator['kind'];
  /** Decimal places the value is held in. */
  readonly digits: number;
  readonly now: ReportNumber;
  readonly before: ReportNumber;
  readonly yearBefore: ReportNumber;
  /** 环比 and 同比 as printed. */
  readonly change: string;
  readonly yearChange: string;
  readonly isKey: boolean;
}

export interface ReportGroup {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly ReportRow[];
}

/** The monthly report of a town, in the language of the caller. */
export interface MonthlyReport {
  readonly title: string;
  readonly town: string;
  readonly isPractice: boolean;
  readonly month: Period;
  /** Names of the month, the one before, the same a year before. */
  readonly periods: readonly [string, string, string];
  /** When the numbers were reckoned, China time. */
  readonly reckonedAt: string;
  /** 四个到位 with the key lines of their groups. */
  readonly cover: readonly ReportGroup[];
  /** 七个有人. */
  readonly groups: readonly ReportGroup[];
  /** Sentences that say what is counted. */
  readonly definitions: readonly string[];
}

interface Input {
  readonly store: Store;
  readonly caller: Caller;
  readonly month: Period;
  readonly now: Date;
}

/** Reckons the report of a month. Each line is one question to the store, which remembers the answers. */
export function monthlyReport(input: Input): MonthlyReport {
  const { store, caller, month, now } = input;
  const { language } = caller;
  const told = (text: Localized): string => text[language];
  const groups = townReport.map(({ id, label, lines }) => ({
    id,
    label: told(label),
    rows: lines.filter((line) => isOpen(line, caller)).map((line) => rowOf(line, input)),
  }));
  const cover = Object.entries(coverHeadings).map(([id, label]) => ({
    id,
    label: told(label),
    rows: townReport.flatMap((heading, i) =>
      heading.cover === id ? (groups[i]?.rows ?? []).filter(({ isKey }) => isKey) : [],
    ),
  }));
  return {
    title: reportWords.title[language],
    town: store.info.town.name,
    isPractice: store.info.practice,
    month,
    periods: [
      periodName(month, language),
      periodName(periodAfter(month, -1), language),
      periodName(yearBefore(month), language),
    ],
    reckonedAt: chinaMinute(now),
    cover,
    groups,
    definitions: definitionsOf(language),
  };
}

/** What may not be opened is not told either. */
const isOpen = ({ ledger }: ReportLine, { seesSensitive }: Caller): boolean =>
  !ledgerOf(ledger).sensitive || seesSensitive !== false;

/** One sentence for each line that does not say by its name what it counts. */
function definitionsOf(language: Caller['language']): readonly string[] {
  const all = townReport.flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const ledger = ledgerOf(line.ledger);
      const indicator = indicatorNamed(ledger, line.indicator);
      if (indicator.definition === null) return [];
      const label = (line.label ?? nameOf(ledger, indicator))[language];
      return [`${label}：${indicator.definition[language]}`];
    }),
  );
  return [...new Set(all)];
}

function indicatorNamed(ledger: AnyLedger, id: string): Indicator {
  const found = indicatorsOf(ledger).find((one) => one.id === id);
  if (found === undefined) throw new Error(`ledger ${ledger.id} has no indicator ${id}`);
  return found;
}

function rowOf(line: ReportLine, { store, caller, month, now }: Input): ReportRow {
  const { language } = caller;
  const ledger = ledgerOf(line.ledger);
  const indicator = indicatorNamed(ledger, line.indicator);
  const measures = measuresOf(ledger, chinaDay(now)).filter(({ id }) => measureIds(indicator).includes(id));
  const spans = [month, periodAfter(month, -1), yearBefore(month)].map(({ from, to }) => ({ from, to }));
  const base = line.where ?? {};
  const question = { ledger: ledger.id, where: base, by: null, spans, measures };
  const { total } = store.figures(question, caller);
  const ids = measures.map(({ id }) => id);
  const { now: current, before, yearBefore: lastYear, change, yearChange } = compared(indicator, ids, total);
  const numberAt = (at: number, value: number | null): ReportNumber => {
    const [measure] = measures;
    const isThere = measure !== undefined && !(indicator.isStanding && at > 0);
    const of = { base, span: spans[at] ?? null, line: null };
    return {
      value,
      text: numberText(indicator, value),
      where: isThere ? numberWhere(ledger, measure, of) : null,
    };
  };
  const told = (one: Change | null): string => (one === null ? '—' : changeText(one, language));
  return {
    ledger: ledger.id,
    indicator: indicator.id,
    label: (line.label ?? nameOf(ledger, indicator))[language],
    unit: indicator.unit?.[language] ?? '%',
    kind: indicator.kind,
    digits: indicator.digits,
    now: numberAt(0, current),
    before: numberAt(1, before),
    yearBefore: numberAt(2, lastYear),
    change: told(change),
    yearChange: told(yearChange),
    isKey: line.isKey === true,
  };
}

function nameOf(ledger: AnyLedger, { id, label }: Indicator): Localized {
  if (id === 'count') return ledger.label;
  return { zh: `${ledger.label.zh}${label.zh}`, en: `${ledger.label.en}: ${label.en}` };
}
