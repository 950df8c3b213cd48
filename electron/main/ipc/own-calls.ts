import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../contract/calls.ts';
import { Refusal, type Handlers } from '../../contract/serve.ts';
import type { Dialogs } from '../files/dialogs.ts';
import type { FileTokens } from '../files/tokens.ts';
import { countPages } from '../printing/paper.ts';
import type { PrintedDocuments } from '../printing/printed.ts';
import type { Printer } from '../printing/printer.ts';

/** What the broker's own calls work with. */
export interface OwnCallParts {
  readonly dialogs: Dialogs;
  readonly tokens: FileTokens;
  readonly printer: Printer;
  readonly printed: PrintedDocuments;
  readonly language: () => Language;
  readonly setLanguage: (language: Language) => void;
  readonly info: () => { readonly version: string; readonly runtime: string; readonly practice: boolean };
}

/** Calls answered in the broker: dialogs, printing, language, about. */
export function createOwnCalls(parts: OwnCallParts): Handlers<'main', null> {
  const { dialogs, tokens, printed, printer } = parts;
  return {
    async 'file.open'({ filter }) {
      const file = await dialogs.open(filter, parts.language());
      return file === null ? null : await describeFile(tokens, file);
    },
    async 'file.save'({ name, filter }) {
      const file = await dialogs.save(name, filter, parts.language());
      return file === null ? null : { token: tokens.give(file, 'write'), name: path.basename(file) };
    },
    'file.reveal'({ token }) {
      const file = tokens.shown(token);
      if (file === null) return new Refusal('refused', 'file-not-chosen');
      dialogs.reveal(file);
      return {};
    },
    async 'print.pdf'(document) {
      const { pdf, html, missing } = await printer.pdf(document, parts.language());
      const bytes = new Uint8Array(pdf);
      const token = printed.keep({ ...document, html, pdf: bytes });
      return { token, bytes, pages: countPages(bytes), missing: [...missing] };
    },
    async 'print.send'({ token }) {
      const document = printed.get(token);
      if (document === null) return new Refusal('not-found', 'document');
      const outcome = await printer.send(document);
      if (outcome === 'no-printer' || outcome === 'failed') return new Refusal('refused', `print-${outcome}`);
      return {};
    },
    async 'print.save'({ token, file }) {
      const document = printed.get(token);
      if (document === null) return new Refusal('not-found', 'document');
      await writeFile(file, document.pdf);
      return {};
    },
    'app.language'({ language }) {
      parts.setLanguage(language);
      return {};
    },
    'app.info': () => parts.info(),
  };
}

/** Token, name and size of a file the user chose; `null` when it is a folder or gone. */
export async function describeFile(
  tokens: FileTokens,
  file: string,
): Promise<{ token: string; name: string; bytes: number } | null> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) return null;
  return { token: tokens.give(file, 'read'), name: path.basename(file), bytes: found.size };
}
