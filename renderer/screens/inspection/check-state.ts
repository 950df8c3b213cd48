import type { Value, Values } from '../../../db/model/field-kind.ts';
import { gradeOf, nextCheckOf } from '../../../db/model/inspection/grade.ts';
import { readItemNotes, writeItemNotes } from '../../../db/model/inspection/item-notes.ts';
import { readItemNumbers, writeItemNumbers } from '../../../db/model/inspection/item-numbers.ts';
import { chinaDay } from '../../../db/model/office-time.ts';
import { now } from '../../text/index.ts';
import type { Output } from '../../../electron/contract/calls.ts';

/** A check list with its items. */
export type Sheet = NonNullable<Output<'inspection.sheet'>>;
export type SheetItem = Sheet['items'][number];

/** What an item is: met, not met, not applicable. */
export const marks = ['passed', 'failed', 'other'] as const;
export type Mark = (typeof marks)[number];

const fieldOf = { passed: 'passed_items', failed: 'failed_items', other: 'other_items' } as const;

/** What has been ticked so far. */
export interface CheckState {
  readonly marks: ReadonlyMap<number, Mark>;
  readonly notes: ReadonlyMap<number, string>;
}

/** Reads the ticks out of the fields of an inspection; what cannot be read there counts as not ticked. */
export function readCheck(values: Values): CheckState {
  const found = new Map<number, Mark>();
  for (const mark of marks)
    for (const no of readItemNumbers(textOf(values[fieldOf[mark]])) ?? []) found.set(no, mark);
  return { marks: found, notes: readItemNotes(textOf(values['item_notes'])) };
}

/** The state with one item ticked, or not any more. */
export function withMark(state: CheckState, no: number, mark: Mark | null): CheckState {
  const next = new Map(state.marks);
  if (mark === null) next.delete(no);
  else next.set(no, mark);
  return { ...state, marks: next };
}

/** The state with a note on an item. */
export function withNote(state: CheckState, no: number, note: string): CheckState {
  return { ...state, notes: new Map(state.notes).set(no, note) };
}

/** Everything not ticked yet is met. */
export function withRestPassed(state: CheckState, items: readonly SheetItem[]): CheckState {
  const open = items.filter(({ no }) => !state.marks.has(no));
  return { ...state, marks: new Map([...state.marks, ...open.map(({ no }) => [no, 'passed'] as const)]) };
}

/** Items with this mark, in the order of the list. */
export const itemsWith = (state: CheckState, items: readonly SheetItem[], mark: Mark): readonly SheetItem[] =>
  items.filter(({ no }) => state.marks.get(no) === mark);

/** Points of what is not met. */
export const pointsOf = (failed: readonly SheetItem[]): number =>
  failed.reduce((sum, { points }) => sum + points, 0);

/** Codes of `check_result` that say something was found. */
const foundResults: readonly Value[] = ['2', '3', '4'];

/**
 * Fields of the inspection for a state. Points count at once; grade, next check and conclusion follow when every item
 * is ticked, for a half-finished check is not green.
 */
export function changesOf(
  state: CheckState,
  sheet: Sheet,
  values: Values,
): Readonly<Record<string, string | number | null>> {
  const numbers = (mark: Mark): readonly number[] =>
    [...state.marks].filter(([, one]) => one === mark).map(([no]) => no);
  const failed = itemsWith(state, sheet.items, 'failed');
  const points = pointsOf(failed);
  const notes = new Map([...state.notes].filter(([no]) => state.marks.get(no) === 'failed'));
  const ticked = {
    ...Object.fromEntries(marks.map((mark) => [fieldOf[mark], writeItemNumbers(numbers(mark))])),
    item_notes: writeItemNotes(notes),
    points,
  };
  if (sheet.items.some(({ no }) => !state.marks.has(no))) return ticked;
  const grade = gradeOf(
    points,
    failed.some(({ isMajor }) => isMajor),
    sheet.scale,
  );
  const kept = values['result'] ?? null;
  return {
    ...ticked,
    grade,
    next_check: nextCheckOf(dayOf(values['checked_at']), grade, sheet.scale),
    result: failed.length === 0 ? '1' : foundResults.includes(kept) ? String(kept) : '3',
  };
}

/** Day of the inspection; today while its time is not entered. */
export const dayOf = (at: Value | undefined): string =>
  chinaDay(typeof at === 'string' ? new Date(at) : now());

/** What a key means for the item with the focus. */
export type CheckKey =
  { readonly do: 'mark'; readonly mark: Mark | null } | { readonly do: 'move'; readonly by: 1 | -1 };

const keys: Readonly<Record<string, CheckKey>> = {
  '1': { do: 'mark', mark: 'passed' },
  y: { do: 'mark', mark: 'passed' },
  '2': { do: 'mark', mark: 'failed' },
  n: { do: 'mark', mark: 'failed' },
  '3': { do: 'mark', mark: 'other' },
  '0': { do: 'mark', mark: 'other' },
  Delete: { do: 'mark', mark: null },
  Backspace: { do: 'mark', mark: null },
  ArrowDown: { do: 'move', by: 1 },
  ArrowUp: { do: 'move', by: -1 },
};

/** Reads a key; `null` = none of ours. In a note letters are letters, and Enter goes on to the next item. */
export function checkKey(key: string, isNote: boolean): CheckKey | null {
  if (isNote && key === 'Enter') return { do: 'move', by: 1 };
  const found = keys[key.length === 1 ? key.toLowerCase() : key] ?? null;
  return isNote && found?.do === 'mark' ? null : found;
}

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
