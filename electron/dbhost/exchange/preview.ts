import { previewPackage } from '../../../db/exchange/sync/send.ts';
import { ledgerById } from '../../../db/model/registry.ts';
import { readLine, type Section } from '../../../db/model/sync/lines.ts';
import type { Selection } from '../../../db/model/sync/sync-node.ts';
import type { RecordTitle } from '../../../db/store/api/records.ts';
import type { Asking } from '../asking.ts';
import { breathingNode } from './breathing-node.ts';
import { ledgerLabel, titleOf } from './labels.ts';
import { refusalOf } from './told.ts';

const MOST_SAMPLES = 12;
const SAMPLES_OF_A_LEDGER = 3;

/** What would leave now, with some of the records by name. */
export async function preview(asking: Asking, order: { readonly peer: string; readonly onlyNew: boolean }) {
  const { store, caller } = asking;
  const node = breathingNode(store.sync, {
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    isCancelled: () => false,
  });
  const plan = await previewPackage(node, order);
  if (!plan.ok) return refusalOf(plan, caller.language);
  const { from, to } = plan.next;
  const { attachments, ledgers } = plan.preview;
  return {
    from,
    to,
    ledgers: Object.entries(ledgers).map(([ledger, counts]) => ({
      ledger,
      label: ledgerLabel(ledger, caller),
      ...counts,
    })),
    attachments: attachments.length,
    attachmentBytes: attachments.reduce((sum, { bytes }) => sum + bytes, 0),
    samples: samplesOf(asking, plan.selection),
  };
}

/** Some records of each ledger out of the first lines that would be written; sensitive ledgers are not among them. */
function samplesOf({ store, caller }: Asking, selection: Selection): readonly RecordTitle[] {
  const samples: RecordTitle[] = [];
  let section: Section | null = null;
  let ofLedger = 0;
  for (const text of firstLines(store.sync.outgoing.lines({ ...selection, sensitive: false }))) {
    const line = readLine(text, section);
    if (line.kind === 'section') {
      if (line.section.ledger !== section?.ledger) ofLedger = 0;
      section = line.section;
    }
    if (line.kind !== 'record' || !ledgerById.has(line.record.ledger)) continue;
    ofLedger += 1;
    if (ofLedger <= SAMPLES_OF_A_LEDGER) samples.push(titleOf(store, line.record, caller));
    if (samples.length === MOST_SAMPLES) break;
  }
  return samples;
}

/** Bytes of lines looked at for samples. */
const ENOUGH_BYTES = 4_000_000;

function* firstLines(chunks: Iterable<Uint8Array>): Generator<string> {
  let seen_bytes = 0;
  for (const chunk of chunks) {
    yield* Buffer.from(chunk)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    seen_bytes += chunk.length;
    if (seen_bytes >= ENOUGH_BYTES) return;
  }
}
