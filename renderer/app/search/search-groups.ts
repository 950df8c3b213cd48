import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Output } from '../../../electron/contract/calls.ts';

/** A record found. */
export type Hit = Output<'search.find'>['hits'][number];

/** Records found in one ledger. */
export interface HitGroup {
  readonly ledger: AnyLedger;
  readonly hits: readonly Hit[];
  readonly hasMore: boolean;
}

/** What the cursor can stand on: a record, or "more" at the end of a group. */
export type SearchOption =
  | { readonly kind: 'hit'; readonly key: string; readonly hit: Hit }
  | { readonly kind: 'more'; readonly key: string; readonly group: HitGroup };

/** Records found, by ledger in the order of the navigation; hits of a ledger unknown here are left out. */
export function groupHits(found: Output<'search.find'>, ledgers: readonly AnyLedger[]): readonly HitGroup[] {
  return ledgers
    .map((ledger) => ({
      ledger,
      hits: found.hits.filter((hit) => hit.ledger === ledger.id),
      hasMore: found.more.includes(ledger.id),
    }))
    .filter((group) => group.hits.length > 0);
}

/** The options in the order the arrow keys walk. */
export function optionsOf(groups: readonly HitGroup[]): readonly SearchOption[] {
  return groups.flatMap((group) => [
    ...group.hits.map((hit): SearchOption => ({ kind: 'hit', key: `${hit.ledger}-${hit.id}`, hit })),
    ...(group.hasMore ? [{ kind: 'more', key: `${group.ledger.id}-more`, group } as const] : []),
  ]);
}

/** Filter that shows in a list what was found: the field most hits matched in, holding the text. */
export function whereOfMore(group: HitGroup, text: string): Record<string, { contains: string }> {
  const known = group.hits.map((hit) => hit.matched).filter((field) => field in group.ledger.fields);
  const times = (field: string) => known.filter((other) => other === field).length;
  const [field] = [...known].sort((a, b) => times(b) - times(a));
  return field === undefined ? {} : { [field]: { contains: text.trim() } };
}

/** True when the list can be filtered by the text as written; pinyin and several words it cannot. */
export function canFilterList(text: string): boolean {
  return /^[\p{Script=Han}\d]+$/u.test(text.trim());
}
