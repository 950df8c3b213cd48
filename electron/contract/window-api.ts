import type { CallName, Input, Output, Payload, TopicName } from './calls.ts';
import type { Reply } from './failure.ts';

/** What the preload puts on `window.app`: the only way from the page to the rest of the product. */
export interface WindowApi {
  readonly ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Reply<Output<N>>>;
  /** Returns the function that ends the subscription. */
  readonly subscribe: <N extends TopicName>(topic: N, listener: (payload: Payload<N>) => void) => () => void;
  /** Token and name of a file dropped on the page; `null` when it is no file of this machine. */
  dropped(
    file: unknown,
  ): Promise<{ readonly token: string; readonly name: string; readonly bytes: number } | null>;
}
