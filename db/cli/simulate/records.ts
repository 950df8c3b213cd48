import type { StoredRecord } from '../../store/api.ts';
import { clerkOf, type SimNode } from './world.ts';

/** A value somebody entered. */
export interface Write {
  readonly node: string;
  readonly record: string;
  readonly field: string;
  readonly token: string;
  /** Token that stood there before, which the writer saw. */
  readonly over: string | null;
}

/** Ids of a node's records of a ledger, removed ones too. */
export function recordsOf(node: SimNode, ledger: string): readonly string[] {
  const page = node.store.page({ ledger, where: { $removed: 'any' }, limit: 500 }, clerkOf(node));
  return page.rows.map(({ id }) => id);
}

/** One record as a node has it. */
export const recordAt = (node: SimNode, ledger: string, id: string): StoredRecord | null =>
  node.store.get(ledger, id, clerkOf(node));
