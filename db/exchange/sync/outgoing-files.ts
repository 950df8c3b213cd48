import { recordLine, sectionLine } from '../../model/sync/lines.ts';
import type { NodeFiles, SyncNode } from '../../model/sync/sync-node.ts';
import { limits } from '../package/limits.ts';
import type { AttachmentSource } from '../package/write-package.ts';
import { filesDue, type FileDue } from './files-due.ts';
import { filesSection } from './files-section.ts';
import { namedFiles } from './named-files.ts';

/** Room for attachments in one package unless told: some hundred photos, a minute on a slow stick. */
const BUDGET_BYTES = 500_000_000;

type Lines = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
type Wanted = Pick<FileDue, 'hash' | 'isSensitive'>;

/**
 * The attachments of one package. Text goes first: what is left over from earlier packages, then what the records on
 * their way name, as far as there is room. Names and media types travel as records of the section `$files`.
 */
export class OutgoingFiles {
  readonly #files: NodeFiles | undefined;
  readonly #named = new Map<string, Wanted>();
  readonly #chosen = new Map<string, AttachmentSource>();
  readonly #left = new Map<string, Wanted>();
  #room_bytes: number;

  private constructor(files: NodeFiles | undefined, due: readonly FileDue[], room_bytes: number) {
    this.#files = files;
    this.#room_bytes = room_bytes;
    for (const { hash, isSensitive } of due) this.#named.set(hash, { hash, isSensitive });
  }

  /** Begins with what is due to the peer. */
  static async begin(
    node: SyncNode,
    peer: string,
    { onlyNew, budget_bytes }: { readonly onlyNew: boolean; readonly budget_bytes: number | undefined },
  ): Promise<OutgoingFiles> {
    const due = node.files === undefined ? [] : await filesDue(node, peer, onlyNew);
    return new OutgoingFiles(node.files, due, budget_bytes ?? BUDGET_BYTES);
  }

  /** Chosen so far, for the writer of the package, which asks when all records have been written. */
  get chosen(): readonly AttachmentSource[] {
    return [...this.#chosen.values()];
  }

  /** What did not go along, also when the writer itself had no room for it. */
  leftBehind(leftOut: readonly string[]): readonly Wanted[] {
    const byWriter = leftOut.flatMap((hash) => {
      const wanted = this.#named.get(hash);
      return wanted === undefined ? [] : [wanted];
    });
    return [...this.#left.values(), ...byWriter];
  }

  /** Passes lines of records on, and behind them the names of the attachments that go along. */
  async *withFiles(lines: Lines, isSensitive: boolean): AsyncGenerator<Uint8Array> {
    for await (const chunk of lines) {
      if (this.#files !== undefined)
        for (const hash of namedFiles(chunk))
          if (!this.#named.has(hash)) this.#named.set(hash, { hash, isSensitive });
      yield chunk;
    }
    const names = await this.#choose(isSensitive);
    if (names.length > 0) yield Buffer.from([sectionLine(filesSection), ...names, ''].join('\n'), 'utf8');
  }

  async #choose(isSensitive: boolean): Promise<readonly string[]> {
    const lines: string[] = [];
    for (const wanted of this.#named.values()) {
      const { hash } = wanted;
      if (wanted.isSensitive !== isSensitive || this.#chosen.has(hash) || this.#left.has(hash)) continue;
      const line = await this.#take(hash);
      if (line === null) this.#left.set(hash, wanted);
      else lines.push(line);
    }
    return lines;
  }

  /** The line that names an attachment that goes along; `null` when it has no room, is not here, or is damaged. */
  async #take(hash: string): Promise<string | null> {
    const files = this.#files;
    const info = (await files?.info(hash)) ?? null;
    if (files === undefined || info === null || this.#chosen.size === limits.attachments) return null;
    if (info.bytes > this.#room_bytes || info.bytes > limits.attachment_plainBytes) return null;
    // A damaged photo must not keep the records from leaving: it is read once before it is promised.
    if ((await files.content(hash)) === null) return null;
    this.#room_bytes -= info.bytes;
    this.#chosen.set(hash, { hash, bytes: info.bytes, content: () => contentOf(files, hash) });
    return recordLine({
      ...filesSection,
      id: hash,
      isWhole: true,
      values: { name: info.name, media_type: info.mediaType },
      clock: [0, '-'],
      clocks: {},
      removal: null,
      author: '',
    });
  }
}

async function* contentOf(files: NodeFiles, hash: string): AsyncGenerator<Uint8Array> {
  const content = await files.content(hash);
  // Gone since it was chosen: the writer notices that the digest is not that of nothing, and refuses.
  if (content !== null) yield content;
}
