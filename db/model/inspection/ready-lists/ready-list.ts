import type { Values } from '../../field-kind.ts';
import type { Localized } from '../../localized.ts';

/** A check list that ships with the product: a beginning a town changes as it likes. */
export interface ReadyList {
  readonly id: string;
  readonly label: Localized;
  /** Values of its `check_list` record. */
  readonly values: Values;
  /** Values of its `check_item` records but for `list`. */
  readonly items: readonly Values[];
}

/** An item as its author writes it: what must be so, what to order, by which rule; a major hazard (重大) says so. */
export interface ItemText {
  readonly wording: string;
  readonly remedy: string;
  readonly basis: string;
  readonly isMajor?: boolean;
}

/** Points of an ordinary and of a major hazard: a proposal, as all grading is. */
const itemPoints = { ordinary: 1, major: 5 } as const;

/** Items of one group, numbered from `from` on. */
export const itemsOf = (group: string, from: number, texts: readonly ItemText[]): readonly Values[] =>
  texts.map(({ isMajor = false, ...text }, i) => ({
    item_no: from + i,
    item_group: group,
    ...text,
    severity: isMajor ? '02' : '01',
    points: isMajor ? itemPoints.major : itemPoints.ordinary,
  }));

/** Grades and terms every shipped list begins with: see `usualScale`. */
export const usualTerms: Values = {
  yellow_from: 3,
  orange_from: 8,
  red_from: 15,
  green_days: 21,
  yellow_days: 14,
  orange_days: 7,
  red_days: 3,
  rectify_days: 7,
  major_days: 3,
};
