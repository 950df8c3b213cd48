import type { AnyField, AnyLedger } from './define-ledger.ts';

/**
 * Fields a record takes over from a linked one when the link is chosen: name and village of the checked house, the rule a
 * vote is held by. Only empty fields are filled, and only then: what changes in the linked record later changes nothing
 * here, and what somebody wrote stays. Rows of sheets take what their cells leave empty; packages and bulk loads carry their own
 * values and take nothing.
 */
export interface TakeSpec<N extends string = string> {
  readonly link: N;
  /** Own field → field of the linked record. */
  readonly fields: Readonly<Partial<Record<N, string>>>;
}

/** Fields that may be filled through the links among these fields, by the link, in the order of the ledger's `takes`. */
export function fieldsTaken(
  { takes }: Pick<AnyLedger, 'takes'>,
  given: ReadonlySet<string>,
): readonly { readonly link: string; readonly fields: readonly string[] }[] {
  return takes
    .filter(({ link }) => given.has(link))
    .map(({ link, fields }) => ({ link, fields: Object.keys(fields) }));
}

/** Checks what one ledger alone cannot know: each field is filled from one of its kind. @throws at start-up. */
export function checkTakes(ledger: AnyLedger, ledgerById: ReadonlyMap<string, AnyLedger>): void {
  for (const { link, fields } of ledger.takes) {
    const target = ledgerById.get(ledger.fields[link]?.target ?? '');
    const wrong = Object.entries(fields).find(
      ([own, theirs]) =>
        !isLike(ledger.fields[own], theirs === undefined ? undefined : target?.fields[theirs]),
    );
    if (target === undefined || wrong !== undefined)
      throw new Error(`ledger ${ledger.id}: cannot take ${wrong?.join(' from ') ?? link}`);
  }
}

/** A withheld value would be shown where it was taken to; a name may become a plain text. */
function isLike(own: AnyField | undefined, theirs: AnyField | undefined): boolean {
  if (own === undefined || theirs === undefined || theirs.masked === true) return false;
  return own.kind === theirs.kind && own.target === theirs.target && own.table === theirs.table;
}
