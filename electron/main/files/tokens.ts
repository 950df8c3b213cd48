import { randomUUID } from 'node:crypto';
import type { FileUse } from '../../contract/calls.ts';

/** Files the user chose, by a token the page may hold instead of the path. One table per window. */
export interface FileTokens {
  /** A token for a path the user chose himself, in a dialog or by dropping the file. */
  give(path: string, use: FileUse): string;
  /** The path, if this token was given for this use; a file chosen for reading is never written to. */
  pathOf(token: string, use: FileUse): string | null;
  /** The path whatever its use; for showing the file in the system's window. */
  shown(token: string): string | null;
  clear(): void;
}

/** More files than anybody chooses in a day; the oldest is forgotten first. */
const MOST_TOKENS = 1000;

/** An empty table. */
export function createTokens(): FileTokens {
  const files = new Map<string, { readonly path: string; readonly use: FileUse }>();
  return {
    give(path, use) {
      const token = randomUUID();
      files.set(token, { path, use });
      const [oldest] = files.keys();
      if (files.size > MOST_TOKENS && oldest !== undefined) files.delete(oldest);
      return token;
    },
    pathOf(token, use) {
      const file = files.get(token);
      return file?.use === use ? file.path : null;
    },
    shown: (token) => files.get(token)?.path ?? null,
    clear: () => {
      files.clear();
    },
  };
}
