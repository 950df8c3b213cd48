import { coverHeadings, headingKept } from '../../../model/figures/cover-headings.ts';
import { formulaText, withUnit } from '../../../model/figures/figure-text.ts';
import { periodAfter, periodName, yearBefore, type Period } from '../../../model/figures/period.ts';
import { townReport, type ReportLine } from '../../../model/figures/town-report.ts';
import { coverRule } from '../../../model/ledgers/base/cover-rule.ts';
import type { Language } from '../../../model/localized.ts';
import { chinaMinute } from '../../../model/office-time.ts';
import { ledgerOf } from '../../../model/registry.ts';
import type { Caller } from '../../../store/api.ts';
import { coverFigure } from './report-cover.ts';
import { reportRow, type ReportFigure, type ReportInput, type ReportRow } from './report-row.ts';
import { reportWords } from './report-words.ts';

export interface ReportGroup {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly ReportRow[];
}

/** A heading of the cover: its own figure and the key lines of the groups that belong to it. */
export interface CoverGroup extends ReportGroup {
  readonly figure: ReportFigure;
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
  /** 四个到位. */
  readonly cover: readonly CoverGroup[];
  /** 七个有人. */
  readonly groups: readonly ReportGroup[];
  /** What is counted, where a name does not say it. */
  readonly notes: readonly ReportNote[];
  /** The same in one sentence each. */
  readonly definitions: readonly string[];
}

/** What a figure counts; of a rate with the counts of the month. */
interface ReportNote {
  readonly label: string;
  readonly definition: string;
  /** 95.2%＝已结案 120 宗÷已受理 126 宗; empty where it is no rate. */
  readonly formula: string;
}

/** Reckons the report of a month. */
export function monthlyReport(input: ReportInput): MonthlyReport {
  const { store, caller, month, now } = input;
  const { language } = caller;
  const groups = townReport.map(({ id, label, lines }) => ({
    id,
    label: label[language],
    rows: lines.filter((line) => isOpen(line, caller)).map((line) => reportRow(line, input)),
  }));
  const rules = store.rows(coverRule.id, {}, caller).map(({ values }) => values);
  const cover = Object.entries(coverHeadings).map(([id, heading]) => ({
    id,
    label: heading.label[language],
    figure: coverFigure(headingKept(heading, rules), input),
    rows: townReport.flatMap((one, i) =>
      one.cover === id ? (groups[i]?.rows ?? []).filter(({ isKey }) => isKey) : [],
    ),
  }));
  const figures = [...cover.map(({ figure }) => figure), ...groups.flatMap(({ rows }) => rows)];
  const notes = figures.flatMap((figure) => noteOf(figure, language));
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
    notes,
    definitions: notes.map((note) => sentence(note, language)),
  };
}

/** What may not be opened is not told either. */
const isOpen = ({ ledger }: ReportLine, { seesSensitive }: Caller): boolean =>
  !ledgerOf(ledger).sensitive || seesSensitive !== false;

function noteOf({ label, definition, now, ...of }: ReportFigure, language: Language): readonly ReportNote[] {
  if (definition === null) return [];
  const formula = now.parts === null ? '' : formulaText(withUnit(of, now), now.parts, language);
  return [{ label, definition, formula }];
}

function sentence({ label, definition, formula }: ReportNote, language: Language): string {
  const said = reportWords.said[language].replace('{label}', label).replace('{definition}', definition);
  return formula === ''
    ? said
    : reportWords.counted[language].replace('{said}', said).replace('{formula}', formula);
}
