import type { Caller, Store } from '../../../store/api.ts';

/** A file attached to a record. */
export interface DocumentFile {
  readonly name: string;
  /** Picture as a `data:` address; `null` for files that are no picture or too large, which stay beside the paper. */
  readonly picture: string | null;
}

/** Files of one document, each read once. */
export interface FileShelf {
  /** The file with this hash; `null` when it is not here. */
  file(hash: string): DocumentFile | null;
}

/** Kinds of pictures the layout engine draws. */
const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/bmp'];
/** Bytes of pictures in one document: base64 makes a third more of them, and the wire takes 50 MB of markup (`print.pdf`). */
const MOST_BYTES = 33_000_000;

/** An empty shelf of what the caller may see. Pictures are taken in the order they are asked for, until there is no more room. */
export function fileShelf(store: Pick<Store, 'attachments'>, caller: Caller): FileShelf {
  const files = new Map<string, DocumentFile>();
  let room = MOST_BYTES;
  return {
    file(hash) {
      const known = files.get(hash);
      if (known !== undefined) return known;
      const info = store.attachments.info(hash, caller);
      if (info === null) return null;
      const isShown = pictures.includes(info.mediaType) && info.bytes <= room;
      const bytes = isShown ? store.attachments.read(hash, caller) : null;
      if (bytes !== null) room -= info.bytes;
      const picture =
        bytes === null ? null : `data:${info.mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
      const file = { name: info.name, picture };
      files.set(hash, file);
      return file;
    },
  };
}
