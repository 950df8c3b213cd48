import type { Value, Values } from '../../field-kind.ts';

/** Columns of the ministry's statistics (人民调解案件情况统计表, domain.md §5.5), of the cases of a period. */
export interface MinistryTable {
  readonly total: number;
  readonly parties: number;
  readonly success: number;
  readonly complex: number;
  /** Cents. */
  readonly amount: number;
  /** By code of `med_source`, `med_kind`, `med_subjects`, `med_form`, `med_prevented`. */
  readonly bySource: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, number>>;
  readonly bySubjects: Readonly<Record<string, number>>;
  readonly byForm: Readonly<Record<string, number>>;
  readonly prevented: Readonly<Record<string, { readonly cases: number; readonly people: number }>>;
  readonly performed: number;
  readonly confirmed: number;
  /** Sums that must be equal (表内平衡关系). */
  readonly balances: readonly Balance[];
}

/** Two numbers that must be the same, and the cases that make them differ. */
export interface Balance {
  readonly rule: 'kinds' | 'sources' | 'forms';
  readonly left: number;
  readonly right: number;
  /** Numbers of the cases to be looked at; empty when it balances. */
  readonly cases: readonly string[];
}

/** Codes of the two forms of an agreement. */
const forms = ['1', '2'];

/**
 * States of cases that never were a mediation: registered only, or not accepted. One withdrawn before it was accepted has no
 * day of acceptance and so is in no period.
 */
export const notMediated = ['10', '15'] as const;
const isMediated = ({ status }: Values): boolean => !notMediated.some((state) => state === status);

/** Counts the cases of a period; pure. `known` are the codes each breakdown has columns for. */
export function ministryTable(
  cases: readonly Values[],
  known: { readonly kinds: readonly string[]; readonly sources: readonly string[] },
): MinistryTable {
  const counted = cases.filter(isMediated);
  const success = counted.filter((row) => row['result'] === '1');
  const agreedForms = countBy(success, 'agreement_form');
  return {
    total: counted.length,
    parties: sum(counted, 'party_count'),
    success: success.length,
    complex: counted.filter((row) => row['is_complex'] === true).length,
    amount: sum(counted, 'amount'),
    bySource: countBy(counted, 'source'),
    byKind: countBy(counted, 'kind'),
    bySubjects: countBy(counted, 'subjects'),
    byForm: agreedForms,
    prevented: preventedBy(counted),
    performed: success.filter((row) => row['performance'] === '1').length,
    confirmed: counted.filter((row) => row['court_result'] === '1').length,
    balances: [
      balance('kinds', counted, { field: 'kind', codes: known.kinds }),
      balance('sources', counted, { field: 'source', codes: known.sources }),
      balance('forms', success, { field: 'agreement_form', codes: forms }),
    ],
  };
}

/** The sum of the columns against the number of cases; those in no column are named. */
function balance(
  rule: Balance['rule'],
  cases: readonly Values[],
  { field, codes }: { readonly field: string; readonly codes: readonly string[] },
): Balance {
  const outside = cases.filter((row) => !codes.includes(String(row[field])));
  return {
    rule,
    left: cases.length - outside.length,
    right: cases.length,
    cases: outside.map((row) => String(row['case_no'] ?? row['case_name'])),
  };
}

function countBy(cases: readonly Values[], field: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of cases) {
    const code = row[field];
    if (typeof code === 'string') counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function preventedBy(cases: readonly Values[]): MinistryTable['prevented'] {
  const codes = [
    ...new Set(cases.flatMap((row) => (typeof row['prevented'] === 'string' ? [row['prevented']] : []))),
  ];
  return Object.fromEntries(
    codes.map((code) => {
      const these = cases.filter((row) => row['prevented'] === code);
      return [code, { cases: these.length, people: sum(these, 'prevented_people') }];
    }),
  );
}

const sum = (cases: readonly Values[], field: string): number =>
  cases.reduce((total, row) => total + numberOf(row[field]), 0);

const numberOf = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);
