import type { Failure } from '../../electron/contract/failure.ts';
import type { Say, TextArgs } from './say.ts';
import { zh } from './zh.ts';
import type { TextKey } from './zh.ts';

/**
 * The sentence of a failure: what happened, what is safe, what to do. A kind without a sentence of its own
 * gets the one of its code (`failure.<code>.other`). Packages and sticks have long lists of reasons of their own, whose
 * sentence comes with the failure (`details.text`).
 */
export function failureText(failure: Failure, t: Say): string {
  const { text } = failure.details;
  if (failure.code === 'exchange' && typeof text === 'string') return text;
  const own = `failure.${failure.code}.${failure.kind}`;
  return t(isKey(own) ? own : `failure.${failure.code}.other`, printable(failure.details));
}

/** True when the language files have this key. */
export function isKey(key: string): key is TextKey {
  return Object.hasOwn(zh, key);
}

function printable(details: Failure['details']): TextArgs {
  const plain = Object.entries(details).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(plain);
}
