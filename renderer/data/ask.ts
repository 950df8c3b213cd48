import type { CallName, Input, Output, Payload, TopicName } from '../../electron/contract/calls.ts';
import type { Reply } from '../../electron/contract/failure.ts';

/**
 * Asks the rest of the product. Never throws: a call that broke on the way answers failure `host-gone`,
 * because then nobody knows whether it was carried out; repeat it with the same write id.
 */
export async function ask<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
  try {
    return await window.app.ask(name, input);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, failure: { code: 'host-gone', kind: 'no-answer', details: { call: name, reason } } };
  }
}

/** Listens to a topic until the returned function is called. */
export function listen<N extends TopicName>(topic: N, listener: (payload: Payload<N>) => void): () => void {
  return window.app.subscribe(topic, listener);
}

/** Token and name of a file dropped on the page; `null` when it is no file of this machine. */
export function droppedFile(file: File): ReturnType<typeof window.app.dropped> {
  return window.app.dropped(file);
}
