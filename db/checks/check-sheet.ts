import type { Value, Values } from '../model/field-kind.ts';
import { scaleOf, usualScale, type GradeScale } from '../model/inspection/grade.ts';
import { readyLists, type ReadyList } from '../model/inspection/ready-lists/index.ts';
import { checkItem } from '../model/ledgers/inspection/check-item.ts';
import { checkList } from '../model/ledgers/inspection/check-list.ts';
import type { Caller, Store, ValueRow } from '../store/api.ts';

/** An item of a check list as it is ticked. */
export interface SheetItem {
  readonly no: number;
  /** Code of `check_group`. */
  readonly group: string;
  readonly wording: string;
  readonly remedy: string;
  readonly basis: string;
  /** 重大隐患 when it is not met. */
  readonly isMajor: boolean;
  readonly points: number;
}

/** A check list with its items, and how it grades. */
export interface CheckSheet {
  readonly list: string;
  readonly title: string;
  readonly items: readonly SheetItem[];
  readonly scale: GradeScale;
  /** Days given to put an ordinary and a major hazard right. */
  readonly terms: { readonly ordinary: number; readonly major: number };
}

/** Terms where a list leaves them open: a proposal. */
const usualTerms = { ordinary: 7, major: 3 } as const;

/** Code of `hazard_level` for 重大隐患. */
const MAJOR = '02';

/** The list of this id with its items by number; `null` when there is none. */
export function checkSheet(store: Store, list: string, caller: Caller): CheckSheet | null {
  const row = store.get(checkList.id, list, caller);
  if (row === null) return null;
  const { values } = row;
  const items = store
    .rows(checkItem.id, { list }, caller)
    .map((item) => itemOf(item.values))
    .toSorted((a, b) => a.no - b.no);
  return {
    list,
    title: titleOf(values),
    items,
    scale: items.length === 0 ? usualScale : scaleOf(values),
    terms: {
      ordinary: numberOr(values['rectify_days'], usualTerms.ordinary),
      major: numberOr(values['major_days'], usualTerms.major),
    },
  };
}

function itemOf(values: Values): SheetItem {
  return {
    no: numberOr(values['item_no'], 0),
    group: textOf(values['item_group']),
    wording: textOf(values['wording']),
    remedy: textOf(values['remedy']),
    basis: textOf(values['basis']),
    isMajor: values['severity'] === MAJOR,
    points: numberOr(values['points'], 0),
  };
}

/** Lists that hold for a kind of object on a day, the newest first, and shipped ones that are not here yet. */
export function listsFor(
  store: Store,
  { kind, day }: { readonly kind: string; readonly day: string },
): {
  readonly lists: readonly { readonly id: string; readonly title: string }[];
  readonly ready: readonly ReadyList[];
} {
  const all = store.rows(checkList.id, { object_kind: kind });
  const lists = all
    .filter(({ values }) => isValid(values, day))
    .toSorted((a, b) => textOf(b.values['valid_from']).localeCompare(textOf(a.values['valid_from'])))
    .map(({ id, values }) => ({ id, title: titleOf(values) }));
  return {
    lists,
    ready: readyLists.filter((one) => one.values['object_kind'] === kind && !isAdded(all, one)),
  };
}

function isValid(list: Values, day: string): boolean {
  const [from, to] = [textOf(list['valid_from']), textOf(list['valid_to'])];
  return from <= day && (to === '' || day <= to);
}

/** Lists are told apart by name and version, their natural key. */
const isAdded = (lists: readonly ValueRow[], { values }: ReadyList): boolean =>
  lists.some((list) => checkList.naturalKey.every((name) => list.values[name] === values[name]));

const titleOf = (list: Values): string => `${textOf(list['name'])} ${textOf(list['list_version'])}`.trim();
const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
const numberOr = (value: Value | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;
