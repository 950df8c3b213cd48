import type { Output } from '../../../electron/contract/calls.ts';
import type { TypedProblem } from '../../widgets/index.ts';
import type { FormValues } from '../definition.ts';

/** What `record.check` answered. */
export type Checked = Output<'record.check'>;

/** Everything a form knows; changed only by `afterFormAction`. */
export interface FormState {
  /** Version the entries are based on; 0 = a new record. */
  readonly base: number;
  /** Values as last read or saved. */
  readonly baseline: FormValues;
  readonly values: FormValues;
  /** Display texts by field, where they came with the record or were looked up. */
  readonly texts: Readonly<Record<string, string>>;
  /** Typed texts that are no values. */
  readonly problems: Readonly<Record<string, TypedProblem>>;
  readonly findings: Checked['findings'];
  readonly duplicates: Checked['duplicates'];
  /** Fields the user has left; their problems are shown. */
  readonly left: readonly string[];
  /** Fields filled in by the program and not touched since. */
  readonly suggested: readonly string[];
  /** Fields the user emptied; the program does not fill them in again. */
  readonly emptied: readonly string[];
  /** Fields whose value this user is not shown until asking for it; they are neither required nor filled in here. */
  readonly withheld: readonly string[];
  /** A save was tried: every problem is shown. */
  readonly isTried: boolean;
}

export type FormAction =
  | { readonly do: 'start'; readonly state: FormState }
  | { readonly do: 'change'; readonly field: string; readonly value: FormValues[string] }
  | { readonly do: 'problem'; readonly field: string; readonly problem: TypedProblem | null }
  | { readonly do: 'leave'; readonly field: string }
  | { readonly do: 'checked'; readonly checked: Checked; readonly of: FormValues }
  | {
      readonly do: 'take';
      readonly values: FormValues;
      readonly texts: Readonly<Record<string, string>>;
      readonly problems: FormState['problems'];
    }
  | {
      readonly do: 'reveal';
      readonly field: string;
      readonly value: FormValues[string];
      readonly text: string;
    }
  | {
      readonly do: 'rebase';
      /** The record as somebody else left it. */
      readonly record: NonNullable<Output<'record.get'>>;
      /** Fields whose value there is taken over; other entries stay. */
      readonly theirs: readonly string[];
    }
  | { readonly do: 'try'; readonly findings?: Checked['findings'] };

/** A form at its start. `entries` are values filled in beforehand (a new record) or found in a draft. */
export function startForm(record: Output<'record.get'>, entries: FormValues): FormState {
  const baseline = record?.values ?? {};
  return {
    base: record?.version ?? 0,
    baseline,
    values: { ...baseline, ...entries },
    texts: record?.texts ?? {},
    problems: {},
    findings: [],
    duplicates: [],
    left: [],
    suggested: [],
    emptied: [],
    withheld: record?.maskedFields.filter((field) => (record.texts[field] ?? '') !== '') ?? [],
    isTried: false,
  };
}

/** The form after an action; pure. */
export function afterFormAction(state: FormState, action: FormAction): FormState {
  switch (action.do) {
    case 'start':
      return action.state;
    case 'change':
      return changed(state, action.field, action.value);
    case 'problem':
      return { ...state, problems: withProblem(state.problems, action.field, action.problem) };
    case 'leave':
      return state.left.includes(action.field) ? state : { ...state, left: [...state.left, action.field] };
    case 'checked':
      return checked(state, action.checked, action.of);
    case 'take':
      return {
        ...state,
        values: { ...state.values, ...action.values },
        texts: { ...state.texts, ...action.texts },
        problems: { ...state.problems, ...action.problems },
        left: [...new Set([...state.left, ...Object.keys(action.values), ...Object.keys(action.problems)])],
      };
    case 'reveal':
      return {
        ...state,
        baseline: { ...state.baseline, [action.field]: action.value },
        values: { ...state.values, [action.field]: action.value },
        texts: { ...state.texts, [action.field]: action.text },
        withheld: state.withheld.filter((field) => field !== action.field),
      };
    case 'rebase':
      return rebased(state, action.record, action.theirs);
    case 'try':
      return { ...state, isTried: true, findings: action.findings ?? state.findings };
  }
}

function changed(state: FormState, field: string, value: FormValues[string]): FormState {
  const { [field]: _stale, ...texts } = state.texts;
  return {
    ...state,
    values: { ...state.values, [field]: value },
    texts,
    problems: withProblem(state.problems, field, null),
    findings: state.findings.filter((finding) => finding.field !== field),
    suggested: state.suggested.filter((name) => name !== field),
    emptied: value === null ? [...state.emptied, field] : state.emptied.filter((name) => name !== field),
  };
}

/** The entries so far, put on what somebody else has saved meanwhile. */
function rebased(
  state: FormState,
  record: NonNullable<Output<'record.get'>>,
  theirs: readonly string[],
): FormState {
  const kept = Object.entries(changedValues(state)).filter(([field]) => !theirs.includes(field));
  const isKept = (field: string): boolean => kept.some(([name]) => name === field);
  const fresh = startForm(record, Object.fromEntries(kept));
  // What was asked for stays known, or emptying it would look like nothing was changed.
  const seen = record.maskedFields
    .filter(isKept)
    .map((field) => [field, state.baseline[field] ?? null] as const);
  return {
    ...state,
    base: fresh.base,
    baseline: { ...fresh.baseline, ...Object.fromEntries(seen) },
    values: fresh.values,
    texts: Object.fromEntries(Object.entries(fresh.texts).filter(([field]) => !isKept(field))),
    withheld: fresh.withheld.filter((field) => !isKept(field)),
  };
}

function withProblem(
  problems: FormState['problems'],
  field: string,
  problem: TypedProblem | null,
): FormState['problems'] {
  const { [field]: _solved, ...others } = problems;
  return problem === null ? others : { ...others, [field]: problem };
}

/** Takes over what the data process found, and its fillings for fields still empty; an answer to older entries is dropped. */
function checked(state: FormState, answer: Checked, of: FormValues): FormState {
  if (of !== state.values) return state;
  const isOpen = (field: string): boolean =>
    (isEmpty(state.values[field]) || state.suggested.includes(field)) &&
    !state.emptied.includes(field) &&
    !state.withheld.includes(field) &&
    !(field in state.problems);
  const filled = Object.entries(answer.filled).filter(([field, value]) => isOpen(field) && !isEmpty(value));
  const isNews = filled.some(([field, value]) => state.values[field] !== value);
  const names = filled.map(([field]) => field);
  const suggested = new Set([...state.suggested, ...names.filter((field) => isEmpty(state.values[field]))]);
  return {
    ...state,
    findings: answer.findings,
    duplicates: answer.duplicates,
    values: isNews ? { ...state.values, ...Object.fromEntries(filled) } : state.values,
    suggested: suggested.size === state.suggested.length ? state.suggested : [...suggested],
  };
}

const isEmpty = (value: FormValues[string] | undefined): boolean => value === null || value === undefined;

/** What differs from the record as last read: these fields are written, the others left alone. */
export function changedValues(state: Pick<FormState, 'baseline' | 'values'>): FormValues {
  const entries = Object.entries(state.values).filter(
    ([field, value]) => JSON.stringify(value ?? null) !== JSON.stringify(state.baseline[field] ?? null),
  );
  return Object.fromEntries(entries);
}

/** Values the user entered. What the program filled in is worked out anew, so that it follows a corrected id number. */
export const typedValues = ({ values, suggested }: Pick<FormState, 'values' | 'suggested'>): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !suggested.includes(field)));

/** Changed fields that are empty now. They are named when saved: an empty withheld value alone means "not touched". */
export const emptiedFields = (state: Pick<FormState, 'baseline' | 'values'>): string[] =>
  Object.entries(changedValues(state))
    .filter(([, value]) => isEmpty(value))
    .map(([field]) => field);

/** True when there is something that would be lost. */
export const isUnsaved = (state: FormState): boolean =>
  Object.keys(changedValues(state)).length > 0 || Object.keys(state.problems).length > 0;
