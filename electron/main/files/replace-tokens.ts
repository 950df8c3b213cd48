import { calls, type CallName, type FileUse } from '../../contract/calls.ts';
import type { Reply } from '../../contract/failure.ts';
import { failed } from '../../contract/serve.ts';
import type { FileTokens } from './tokens.ts';

/**
 * Puts paths where the contract says the input holds file tokens. Anything else in those places is refused:
 * a page can never make the program read or write a path of its own choice.
 */
export function replaceTokens(call: CallName, input: unknown, tokens: FileTokens): Reply<unknown> {
  const options: { readonly files?: Readonly<Record<string, FileUse>> } = calls[call];
  if (options.files === undefined) return { ok: true, value: input };
  if (typeof input !== 'object' || input === null) return failed('invalid-input', 'shape', { problems: [] });
  const paths: Record<string, string> = {};
  for (const [name, use] of Object.entries(options.files)) {
    const token: unknown = Object.hasOwn(input, name) ? Reflect.get(input, name) : undefined;
    const path = typeof token === 'string' ? tokens.pathOf(token, use) : null;
    if (path === null) return failed('refused', 'file-not-chosen');
    paths[name] = path;
  }
  return { ok: true, value: { ...input, ...paths } };
}
