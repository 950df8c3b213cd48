import type { SyncStore } from '../api/sync.ts';
import type { EncryptedAttachments } from '../attachments/attachment-store.ts';
import { drained } from '../steps.ts';
import { incomingStore } from './arrivals.ts';
import { caseReplies } from './case-replies.ts';
import { conflictStore } from './conflict-store.ts';
import { documentStore } from './documents.ts';
import { giveBackLines, linesOf } from './lines.ts';
import { originsOf } from './origins.ts';
import { previewSteps } from './preview.ts';
import { quarantineStore } from './quarantine-store.ts';
import { applyReceipt, stateStore } from './row-states.ts';
import {
  acknowledgedBy,
  addSent,
  listSent,
  renewSeries,
  seriesFor,
  setAcknowledged,
  setSentState,
} from './sent-register.ts';
import { stickRegister } from './sticks.ts';
import { nodeFiles } from './node-files.ts';
import { ownNode, parentNode, type SyncParts } from './sync-parts.ts';
import { twinStore } from './twin-store.ts';
import { waitingForChild, waitingForParent } from './waiting-counts.ts';

/** The store's side of the exchange; see `SyncStore`. */
export function syncStore(parts: SyncParts, attachments: EncryptedAttachments): SyncStore {
  const states = stateStore(parts);
  return {
    get node() {
      return ownNode(parts);
    },
    facts: { isPractice: parts.isPractice, unit: parts.unit },
    documents: documentStore(parts),
    outgoing: outgoingStore(parts),
    incoming: incomingStore(parts),
    receipts: {
      apply: (peer, receipt) => {
        applyReceipt(parts, peer, receipt);
      },
    },
    files: nodeFiles(attachments),
    previewSteps: (selection) => previewSteps(parts, selection),
    waiting: (peer) =>
      peer === parentNode(parts)
        ? waitingForParent(parts, peer, states.pending())
        : waitingForChild(parts, peer),
    states,
    conflicts: conflictStore(parts),
    quarantine: quarantineStore(parts),
    twins: twinStore(parts),
    origins: originsOf(parts),
    replies: caseReplies(parts),
    sticks: stickRegister(parts.core),
  };
}

function outgoingStore(parts: SyncParts): SyncStore['outgoing'] {
  const { connection, log } = parts.core;
  return {
    series: (peer) => seriesFor(parts, peer),
    renew: (peer) => renewSeries(parts, peer),
    position: () => {
      // What an import still holds open could be taken back; a package may not name it.
      connection.commitHeld();
      const position = connection.number('SELECT max(seq) FROM change_log') ?? 0;
      return { position, tip: Buffer.from(log.state.tip).toString('hex') };
    },
    acknowledged: (peer) => acknowledgedBy(parts, peer),
    list: (peer) => listSent(parts, peer),
    add: (sent) => {
      addSent(parts, sent);
    },
    setState: (digest, state) => {
      setSentState(parts, digest, state);
    },
    setAcknowledged: (peer, round) => {
      setAcknowledged(parts, peer, round);
    },
    preview: (selection) => {
      const preview = drained(previewSteps(parts, selection), () => true);
      if (preview === null) throw new Error('nobody stops this count');
      return preview;
    },
    lines: (selection) => linesOf(parts, selection),
    giveBack: (peer, after, isSensitive) => giveBackLines(parts, { peer, after, isSensitive }),
  };
}
