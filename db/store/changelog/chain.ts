import { createHash, hash, type Hash } from 'node:crypto';

/** A change as it enters the hash chain; everything that may not be altered later. */
export interface ChainedChange {
  readonly counter: number;
  readonly ledger: string;
  readonly record: string;
  readonly version: number;
  readonly op: string;
  /** JSON text of `{field: [old, new]}`, `null` for a create. */
  readonly fields: string | null;
  /** Digest of the row as created, hex; `null` for other changes. */
  readonly digest: string | null;
  readonly reason: string | null;
  readonly undoes: string | null;
  /** JSON text of the clocks of a change from another node, and who made it there; `null` for our own. */
  readonly clocks: string | null;
  readonly author: string | null;
}

/** What all changes of one write share. */
export interface ChainedWrite {
  readonly writeId: string;
  readonly at: number;
  readonly user: string;
  readonly batch: string | null;
  /** Node the write came from; `null` for our own. */
  readonly source: string | null;
}

/** Length of a create digest in bytes; 128 bits are enough against chance and against choosing a second row. */
export const DIGEST_BYTES = 16;

/** First tip of a lineage: binds it to the lineage before, so that all lineages of a file make one chain. */
export function firstTip(
  lineage: string,
  previous: { readonly lineage: string; readonly tip: Uint8Array } | null,
): Uint8Array {
  const sum = createHash('sha256').update(`lineage\n${lineage}\n`, 'utf8');
  if (previous !== null) sum.update(`${previous.lineage}\n`, 'utf8').update(previous.tip);
  return sum.digest();
}

/** Tip after a write: SHA-256 over the tip before it and the write in one fixed spelling. */
export function nextTip(tip: Uint8Array, write: ChainedWrite, changes: readonly ChainedChange[]): Uint8Array {
  const sum = begunTip(tip, write);
  for (const c of changes) {
    sum.update(
      JSON.stringify([
        c.counter,
        c.ledger,
        c.record,
        c.version,
        c.op,
        c.fields,
        c.digest,
        c.reason,
        c.undoes,
        ...(c.clocks === null ? [] : [c.clocks, c.author]),
      ]),
      'utf8',
    );
  }
  return sum.digest();
}

/** `nextTip` of a write that created records of one ledger and did nothing else; `counter` is that of the first. */
export function nextTipOfCreated(
  tip: Uint8Array,
  write: ChainedWrite,
  created: {
    readonly counter: number;
    readonly ledger: string;
    readonly records: readonly string[];
    readonly digests: readonly string[];
  },
): Uint8Array {
  const ledger = JSON.stringify(created.ledger);
  let text = '';
  for (const [i, record] of created.records.entries()) {
    const digest = created.digests[i] ?? '';
    text += `[${created.counter + i},${ledger},${JSON.stringify(record)},1,"create",null,"${digest}",null,null]`;
  }
  return begunTip(tip, write).update(text, 'utf8').digest();
}

function begunTip(tip: Uint8Array, { writeId, at, user, batch, source }: ChainedWrite): Hash {
  // What is only in writes from elsewhere comes behind, so that tips made before there were any stay as they are.
  const head = JSON.stringify([writeId, at, user, batch, ...(source === null ? [] : [source])]);
  return createHash('sha256').update(tip).update(head, 'utf8');
}

/**
 * Digest of a row as created, from its stored columns without empty ones, in the order of their names:
 * a column added later is empty and leaves old digests valid.
 * The columns must come sorted by name.
 */
export function createDigest(
  ledger: string,
  record: string,
  columns: readonly (readonly [name: string, stored: string | number | null])[],
): Uint8Array {
  const filled: (string | number)[] = [ledger, record];
  for (const [name, stored] of columns) if (stored !== null) filled.push(name, stored);
  return digestOf(filled);
}

/** `createDigest` as hex; `filled` is what `digestOf` takes. */
export const digestTextOf = (filled: readonly (string | number)[]): string =>
  hash('sha256', JSON.stringify(filled), 'hex').slice(0, DIGEST_BYTES * 2);

/** The digest itself, from ledger, record and then name and value of each filled column in turn. */
export function digestOf(filled: readonly (string | number)[]): Uint8Array {
  return hash('sha256', JSON.stringify(filled), 'buffer').subarray(0, DIGEST_BYTES);
}
