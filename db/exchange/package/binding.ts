import { canonicalBytes } from './canonical-json.ts';
import type { PackageHeader } from './header.ts';

/** What ties the encrypted content to its header. Known before the first record is, unlike sizes and counts. */
export type Bound = Pick<
  PackageHeader,
  'kind' | 'sender' | 'receiver' | 'series' | 'from' | 'to' | 'tip' | 'signer' | 'writtenAt'
>;

/**
 * First line of every part but attachments, with its line break. It stands inside the encryption: whoever cuts the
 * parts out of another office's package and signs them as its own cannot change it, and two parts cannot be swapped.
 */
export function bindingLine(header: Bound, part: string): Buffer {
  const { kind, sender, receiver, series, from, to, tip, signer, writtenAt } = header;
  const bound = {
    kind,
    sender: sender.node,
    receiver: receiver.node,
    series,
    from,
    to,
    tip,
    signer,
    writtenAt,
  };
  return Buffer.concat([canonicalBytes({ package: bound, part }), Buffer.from('\n')]);
}
