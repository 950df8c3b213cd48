import type { SyncNode } from '../../model/sync/sync-node.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { OpenedRecords } from '../package/read-package.ts';
import { fileNameIn, filesSection, unnamedFile, type FileName } from './files-section.ts';

/** The attachments of a package on their way in: names are gathered from its records, contents kept behind them. */
export class ArrivingFiles {
  readonly #names = new Map<string, FileName>();

  /** The records that are records; those that name attachments are remembered. */
  recordsOf(records: readonly SyncRecord[]): readonly SyncRecord[] {
    return records.filter((record) => {
      if (record.ledger !== filesSection.ledger) return true;
      const name = fileNameIn(record);
      if (name !== null) this.#names.set(record.id, name);
      return false;
    });
  }

  /** Keeps all attachments of a package; one that is here already is no trouble. */
  async keepAll(node: SyncNode, opened: OpenedRecords, signal: AbortSignal | undefined): Promise<void> {
    if (node.files === undefined) return;
    for (const attachment of opened.attachments) {
      const { hash, bytes } = attachment;
      signal?.throwIfAborted();
      const known = await node.files.info(hash);
      if (known !== null && (await node.files.content(hash)) !== null) continue;
      const whole = Buffer.alloc(bytes);
      let at = 0;
      for await (const chunk of attachment.content()) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      await node.files.keep(whole, this.#names.get(hash) ?? unnamedFile);
    }
  }
}
