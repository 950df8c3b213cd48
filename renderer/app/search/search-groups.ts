import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { ledgersNamed, type NamedLedgers } from './ledgers-named.ts';
import type { Output } from '../../../electron/contract/calls.ts';

/** A record found. */
export type Hit = Output<'search.find'>['hits'][number];

/** Records found in one ledger. */
export interface HitGroup {
  readonly ledger: AnyLedger;
  readonly hits: readonly Hit[];
  readonly hasMore: boolean;
}

/** What the cursor can stand on: a list by its name, a record, or "more" at the end of a group. */
export type SearchOption =
  | { readonly kind: 'list'; readonly key: string; readonly ledger: AnyLedger }
  | { readonly kind: 'hit'; readonly key: string; readonly hit: Hit }
  | { readonly kind: 'more'; readonly key: string; readonly group: HitGroup };

/** What was typed and what was found for it. */
export interface Answer {
  readonly text: string;
  readonly result: Output<'search.find'>;
}

/**
 * Records found, by ledger in the order of the navigation; hits of a ledger unknown here are left out. In a group those
 * named so come before those whose name only begins so, and before those that only mention the name (a child's record
 * its mother's); otherwise the order of the data process stays.
 */
export function groupHits(
  { text, result: found }: Answer,
  ledgers: readonly AnyLedger[],
): readonly HitGroup[] {
  return ledgers
    .map((ledger) => ({
      ledger,
      hits: found.hits
        .filter((hit) => hit.ledger === ledger.id)
        .toSorted((a, b) => distance(a, ledger, text) - distance(b, ledger, text)),
      hasMore: found.more.includes(ledger.id),
    }))
    .filter((group) => group.hits.length > 0);
}

function distance(hit: Hit, ledger: AnyLedger, text: string): number {
  if (hit.title === text || hit.title.startsWith(`${text} `)) return 0;
  return ledger.title.includes(hit.matched) ? 1 : 2;
}

/** Lists as options. */
const listOptions = (ledgers: readonly AnyLedger[]): readonly SearchOption[] =>
  ledgers.map((ledger) => ({ kind: 'list', key: `list-${ledger.id}`, ledger }));

/** The options in the order the arrow keys walk. */
export function optionsOf(groups: readonly HitGroup[]): readonly SearchOption[] {
  return groups.flatMap((group) => [
    ...group.hits.map((hit): SearchOption => ({ kind: 'hit', key: `${hit.ledger}-${hit.id}`, hit })),
    ...(group.hasMore ? [{ kind: 'more', key: `${group.ledger.id}-more`, group } as const] : []),
  ]);
}

/** What stands under the box: lists by their name, records by ledger, and all of them in the order the arrow keys walk. */
export interface SearchLines {
  readonly groups: readonly HitGroup[];
  readonly lists: NamedLedgers;
  readonly options: readonly SearchOption[];
}

/** The lines for an answer; `null` result: it failed, and only lists are offered. */
export function linesOf(
  { text, result }: Pick<Answer, 'text'> & { readonly result: Answer['result'] | null },
  ledgers: readonly AnyLedger[],
): SearchLines {
  const groups = result === null ? [] : groupHits({ text, result }, ledgers);
  const lists = ledgersNamed(text, ledgers);
  const options = [...listOptions(lists.byName), ...optionsOf(groups), ...listOptions(lists.byInitials)];
  return { groups, lists, options };
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
