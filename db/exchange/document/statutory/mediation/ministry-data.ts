import type { Values } from '../../../../model/field-kind.ts';
import {
  ministryTable,
  type Balance,
  type MinistryTable,
} from '../../../../model/ledgers/dispute/ministry-table.ts';
import type { CodeName, DocumentData } from '../document-data.ts';
import { textValue } from './case-parts.ts';

/** A number of the table, and how it is written. */
export type MinistryNumber =
  | { readonly kind: 'count'; readonly value: number }
  /** Ten thousand yuan (万元), two decimal places. */
  | { readonly kind: 'wan'; readonly value: number }
  /** A share; `null`: of nothing. */
  | { readonly kind: 'share'; readonly value: number | null }
  /** Cases and people of a kind of escalation that was prevented. */
  | { readonly kind: 'prevented'; readonly cases: number; readonly people: number };

/** A named number. */
export interface MinistryItem {
  readonly label: string;
  readonly number: MinistryNumber;
}

/** Numbers that stand under one head of the form. */
export interface MinistryBlock {
  readonly head: string;
  readonly items: readonly MinistryItem[];
}

/** The numbers of all cases, or of those of one body. */
export interface MinistryRow {
  readonly name: string;
  readonly blocks: readonly MinistryBlock[];
  readonly balances: readonly Balance[];
}

/** The table of the ministry as paper and workbook show it. */
export interface MinistryForm {
  /** 填报单位. */
  readonly filer: string;
  readonly from: string;
  readonly to: string;
  readonly isPractice: boolean;
  readonly whole: MinistryRow;
  /** Bodies that had a case in the period, by name. */
  readonly bodies: readonly MinistryRow[];
}

/** 万元 in cents. */
const CENTS_PER_WAN = 1_000_000;

/** Counts the table of a record of `mediation_report`: the cases accepted in its period, of its body or of all. */
export function ministryForm(data: DocumentData): MinistryForm {
  const { record, town } = data;
  const cases = casesOf(data);
  const codes = {
    kinds: data.codes('med_kind'),
    sources: data.codes('med_source'),
    subjects: data.codes('med_subjects'),
    prevented: data.codes('med_prevented'),
  };
  const known = { kinds: codes.kinds.map(codeOf), sources: codes.sources.map(codeOf) };
  const rowOf = (name: string, rows: readonly Values[]): MinistryRow => {
    const table = ministryTable(rows, known);
    return { name, blocks: blocksOf(table, codes), balances: table.balances };
  };
  const byBody = Map.groupBy(cases, (row) => (typeof row['org'] === 'string' ? row['org'] : ''));
  return {
    filer: record.text('org') || town,
    from: record.day('from_day'),
    to: record.day('to_day'),
    isPractice: data.isPractice,
    whole: rowOf('合计', cases),
    bodies: [...byBody]
      .map(([org, rows]) => rowOf(org === '' ? '未填调解组织' : data.titleOf('mediation_org', org), rows))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  };
}

const codeOf = ({ code }: CodeName): string => code;

function casesOf({ record, rows }: DocumentData): readonly Values[] {
  const period = { accepted_on: { from: textValue(record, 'from_day'), to: textValue(record, 'to_day') } };
  const org = textValue(record, 'org');
  return rows('mediation_case', org === '' ? period : { ...period, org });
}

type Codes = Readonly<Record<'kinds' | 'sources' | 'subjects' | 'prevented', readonly CodeName[]>>;

const blocksOf = (table: MinistryTable, codes: Codes): readonly MinistryBlock[] => [
  { head: '总体', items: overview(table) },
  { head: '案件来源', items: counted(codes.sources, table.bySource) },
  { head: '当事人主体', items: counted(codes.subjects, table.bySubjects) },
  { head: '纠纷类型', items: counted(codes.kinds, table.byKind) },
  {
    head: '协议形式',
    items: [count('口头协议', table.byForm['1'] ?? 0), count('书面协议', table.byForm['2'] ?? 0)],
  },
  {
    head: '防止激化',
    items: codes.prevented.map(({ code, name }) => {
      const { cases = 0, people = 0 } = table.prevented[code] ?? {};
      return { label: name, number: { kind: 'prevented', cases, people } };
    }),
  },
];

const overview = (table: MinistryTable): readonly MinistryItem[] => [
  count('调解案件总数（宗）', table.total),
  count('涉及当事人数（人）', table.parties),
  count('调解成功数（宗）', table.success),
  share('调解成功率', table.success, table.total),
  count('疑难复杂案件数（宗）', table.complex),
  { label: '涉及金额（万元）', number: { kind: 'wan', value: table.amount / CENTS_PER_WAN } },
  count('协议已履行数（宗）', table.performed),
  share('协议履行率', table.performed, table.success),
  count('司法确认数（宗）', table.confirmed),
];

const count = (label: string, value: number): MinistryItem => ({ label, number: { kind: 'count', value } });

const share = (label: string, part: number, whole: number): MinistryItem => ({
  label,
  number: { kind: 'share', value: whole === 0 ? null : part / whole },
});

const counted = (codes: readonly CodeName[], by: Readonly<Record<string, number>>): readonly MinistryItem[] =>
  codes.map(({ code, name }) => count(name, by[code] ?? 0));

/** A number as it is printed. */
export function ministryText(number: MinistryNumber): string {
  if (number.kind === 'wan') return number.value.toFixed(2);
  if (number.kind === 'prevented') return `${String(number.cases)}件 ${String(number.people)}人`;
  if (number.kind === 'count') return String(number.value);
  return number.value === null ? '—' : `${(100 * number.value).toFixed(1)}%`;
}

const rules = {
  kinds: ['各纠纷类型之和', '案件总数'],
  sources: ['各来源之和', '案件总数'],
  forms: ['口头协议＋书面协议', '调解成功数'],
} as const satisfies Record<Balance['rule'], readonly [string, string]>;

/** The two sides of a balance in words. */
export const balanceSides = ({ rule }: Balance): readonly [string, string] => rules[rule];

/** Cases named at most below a sum that does not balance. */
const MOST_NAMED = 8;

/** The cases to be looked at; empty when it balances. */
export function casesToCheck({ cases }: Balance): string {
  const named = cases.slice(0, MOST_NAMED).join('、');
  return cases.length > MOST_NAMED ? `${named}等${String(cases.length)}宗` : named;
}
