import type { Output } from '../../../electron/contract/calls.ts';

/** What would leave now. */
export type Preview = Output<'exchange.preview'>;
/** A ledger in it. */
export type PreviewLedger = Preview['ledgers'][number];

/** What was decided before a stick is chosen. */
export interface SendChoices {
  /** Only what changed since the last export, instead of everything without a receipt. */
  readonly onlyNew: boolean;
  /** Sensitive ledgers too. */
  readonly sensitive: boolean;
  readonly approvedBy: string;
}

/**
 * Bytes of one packed change, text only. Measured on practice towns: 100 to 350 bytes after packing and encryption; the
 * higher value, so that a stick found large enough is large enough.
 */
const CHANGE_BYTES = 400;
/** Head, certificates and padding of any package (`docs/package-format.md`, Limits). */
const EMPTY_PACKAGE_BYTES = 16 * 1024;

/** Changes of a ledger. */
const changesOf = ({ created, changed, removed }: PreviewLedger): number => created + changed + removed;

/** Sums over the ledgers that leave. */
export function totals(ledgers: readonly PreviewLedger[]) {
  const sum = (of: (ledger: PreviewLedger) => number) => ledgers.reduce((all, ledger) => all + of(ledger), 0);
  return {
    created: sum((ledger) => ledger.created),
    changed: sum((ledger) => ledger.changed),
    removed: sum((ledger) => ledger.removed),
    invalid: sum((ledger) => ledger.invalid),
    all: sum(changesOf),
  };
}

/** Ledgers with something to send: the general ones, and apart from them the sensitive ones. */
export function splitLedgers(preview: Preview) {
  const filled = preview.ledgers.filter((ledger) => changesOf(ledger) > 0);
  return {
    general: filled.filter((ledger) => !ledger.isSensitive),
    sensitive: filled.filter((ledger) => ledger.isSensitive),
  };
}

/** Size to expect; the package itself is made later. */
export function expectedBytes(preview: Preview, isSensitive: boolean): number {
  const { general, sensitive } = splitLedgers(preview);
  const changes = totals(isSensitive ? [...general, ...sensitive] : general).all;
  return EMPTY_PACKAGE_BYTES + changes * CHANGE_BYTES + preview.attachmentBytes;
}
