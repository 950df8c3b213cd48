import type { Output } from '../../../electron/contract/calls.ts';

/** A file of the exchange on a stick. */
export type FoundFile = Output<'exchange.scan'>[number];

/** True for files whose sender must be called before they are accepted. */
export const needsCall = (file: FoundFile): boolean =>
  file.fingerprint !== null && isTakeable(file) && (file.kind === 'card' || file.kind === 'request');

/** True for files that can be taken in at all; taking one in again changes nothing. */
export const isTakeable = (file: FoundFile): boolean =>
  file.kind !== 'unreadable' && file.state !== 'not-for-us' && file.problem === null;

/** What is chosen at first: everything new that needs no call. */
export function firstChosen(files: readonly FoundFile[]): readonly string[] {
  return files
    .filter((file) => isTakeable(file) && file.state === 'new' && !needsCall(file))
    .map(({ file }) => file);
}

/** Chosen files that may be taken in: cards and requests only once their sender was called. */
export function ready(
  files: readonly FoundFile[],
  { chosen, called }: { readonly chosen: readonly string[]; readonly called: readonly string[] },
): readonly string[] {
  return files
    .filter((file) =>
      needsCall(file) ? called.includes(file.file) : isTakeable(file) && chosen.includes(file.file),
    )
    .map(({ file }) => file);
}
