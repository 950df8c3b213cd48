import type { FieldKind } from './field-kind.ts';
import type { Localized } from './localized.ts';

/** What can be done to a history of intervals, in the order of a life: begin, go on elsewhere, end, strike off. */
export const moveActions = ['enter', 'change', 'leave', 'cancel'] as const;
/** One of `moveActions`: 迁入, 变更, 迁出, 注销. */
export type MoveAction = (typeof moveActions)[number];

/** How one action is called and what it leaves behind. */
interface MoveAct {
  /** Verb on the button: 迁入, 列管. */
  readonly label: Localized;
  /** Code of the event field the action writes into every interval it opens or closes. */
  readonly event: string;
  /** Preview: `{day}`, `{old}` (where until then) and `{new}` are filled. No full stop. */
  readonly sentence: Localized;
}

/**
 * A field of the subject's own row that says where the subject is now. It is filled from `from` (a field of the interval),
 * with the `words` of the place, or only emptied at the end (`end`). A required field keeps its last value at the end.
 * `turns` names codes that stop being true when the subject goes elsewhere, with what is true then.
 */
export type PresentField<N extends string = string> = { readonly field: string } & (
  | { readonly from: N }
  | { readonly words: true }
  | { readonly end: true }
  | { readonly turns: Readonly<Record<string, string>> }
);

/**
 * Says that the records of a ledger are intervals of a subject: at most one is open at a time, the next begins where
 * the one before ended. An interval runs from its first day to the day it was left; that day may be the first day of
 * the next. From this follow the actions of `derive/interval`, `zw move` and the buttons on the subject's page.
 */
export interface IntervalSpec<N extends string = string> {
  /** Required link to whose intervals they are. */
  readonly subject: N;
  /** Fields that make parallel histories of one subject, e.g. the label of 列管; each has its own open interval. */
  readonly within?: readonly N[];
  /** Where, or what: given anew with every interval, never carried over. */
  readonly places: readonly [N, ...N[]];
  /** Those of `places` that name it in a sentence; the first with a text is said. */
  readonly words: readonly [N, ...N[]];
  /** Further fields that may be given with a new interval. */
  readonly details?: readonly N[];
  /** Fields of the next interval that go on where nothing is given, and the field of the one before they come from. */
  readonly carries?: Readonly<Partial<Record<N, N>>>;
  /** Further fields that may be given when an interval ends: the number of the document. */
  readonly endings?: readonly N[];
  readonly from: N;
  /** Empty = the interval is open. */
  readonly to: N;
  readonly event: N;
  /** Why an interval ended, and the actions that must say it. */
  readonly reason?: { readonly field: N; readonly required: readonly MoveAction[] };
  /** Day on which the office was told; today when an interval is opened here. */
  readonly reported?: N;
  /** An action that is not named is not offered. */
  readonly actions: { readonly [A in MoveAction]?: MoveAct };
  /** Preview of a change on the first day of the open interval, which only corrects it; as `sentence`. */
  readonly correction: Localized;
  readonly present?: readonly PresentField<N>[];
}

interface Checked {
  readonly id: string;
  // `any` as in define-ledger.ts: one ledger holds fields of different value types.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly fields: Readonly<Record<string, FieldKind<any> & { readonly required?: boolean }>>;
  readonly naturalKey: readonly string[];
  readonly indexes: readonly (readonly string[])[];
  readonly interval?: IntervalSpec;
}

/** Checks what the types of `IntervalSpec` cannot. @throws with ledger and field named, at start-up. */
export function checkInterval(ledger: Checked): void {
  const { interval } = ledger;
  if (interval === undefined) return;
  const fail = (text: string): never => {
    throw new Error(`ledger ${ledger.id}, interval: ${text}`);
  };
  for (const [use, names] of namedFields(interval)) {
    for (const name of names) if (!(name in ledger.fields)) fail(`${use} names ${name}, which is no field`);
  }
  const kinds = kindProblems(ledger, interval);
  if (kinds[0] !== undefined) fail(kinds[0]);
  const lost = interval.words.find((name) => !interval.places.includes(name));
  if (lost !== undefined) fail(`words name ${lost}, which is none of places`);
  const key = [interval.subject, ...(interval.within ?? []), interval.from].toSorted();
  if (ledger.naturalKey.toSorted().join() !== key.join()) fail(`the natural key must be ${key.join(', ')}`);
  const isIndexed = [ledger.naturalKey, ...ledger.indexes].some(([first]) => first === interval.subject);
  if (!isIndexed) fail(`no index begins with ${interval.subject}, every move would read the whole table`);
  if (Object.keys(interval.actions).length === 0) fail('no action is offered');
}

function namedFields(spec: IntervalSpec): readonly (readonly [string, readonly string[]])[] {
  return [
    ['subject', [spec.subject]],
    ['within', spec.within ?? []],
    ['places', spec.places],
    ['words', spec.words],
    ['details', spec.details ?? []],
    ['carries', Object.entries(spec.carries ?? {}).flatMap(([to, from]) => [to, String(from)])],
    ['endings', spec.endings ?? []],
    ['from', [spec.from]],
    ['to', [spec.to]],
    ['event', [spec.event]],
    ['reason', spec.reason ? [spec.reason.field] : []],
    ['reported', spec.reported === undefined ? [] : [spec.reported]],
    ['present', (spec.present ?? []).flatMap((one) => ('from' in one ? [one.from] : []))],
  ];
}

/** What must hold of the fields named, each with the sentence for when it does not. */
function kindProblems({ fields }: Checked, spec: IntervalSpec): readonly string[] {
  const given = [...spec.places, ...(spec.details ?? []), ...(spec.endings ?? [])];
  const days = [spec.from, spec.to, ...(spec.reported === undefined ? [] : [spec.reported])];
  const claims: readonly (readonly [boolean, string])[] = [
    [fields[spec.subject]?.kind === 'link', `${spec.subject} must be a link`],
    [fields[spec.event]?.kind === 'choice', `${spec.event} must be a choice`],
    [fields[spec.to]?.required !== true, `${spec.to} must be optional: an open interval has none`],
    ...days.map((name) => [fields[name]?.kind === 'day', `${name} must be a day`] as const),
    ...[spec.subject, spec.from, ...(spec.within ?? [])].map(
      (name) => [fields[name]?.required === true, `${name} must be required`] as const,
    ),
    ...given.map(
      (name) => [fields[name]?.storage !== null, `${name} is computed and cannot be given`] as const,
    ),
  ];
  return claims.filter(([holds]) => !holds).map(([, text]) => text);
}
