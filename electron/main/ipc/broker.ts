import type { Language } from '../../contract/calls.ts';
import type { Reply } from '../../contract/failure.ts';
import { failed, isCallAt, isCallName, type Server } from '../../contract/serve.ts';
import { replaceTokens } from '../files/replace-tokens.ts';
import type { FileTokens } from '../files/tokens.ts';
import type { Host } from '../host/host.ts';

/** What the broker answers with. */
export interface BrokerParts {
  readonly host: Host;
  /** Answers the calls of place `main`. */
  readonly own: Server<null>;
  readonly tokens: FileTokens;
  readonly language: () => Language;
}

/** Answers any message of the page: checks the name, puts paths for tokens, answers here or asks the data process. */
export function createBroker(parts: BrokerParts): (name: unknown, input: unknown) => Promise<Reply<unknown>> {
  return async (name, input) => {
    if (!isCallName(name)) return failed('refused', 'unknown-call');
    const replaced = replaceTokens(name, input, parts.tokens);
    if (!replaced.ok) return replaced;
    if (isCallAt(name, 'dbhost')) return await parts.host.ask(name, replaced.value, parts.language());
    return await parts.own(name, replaced.value, null);
  };
}
