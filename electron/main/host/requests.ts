import type { Failure, Reply } from '../../contract/failure.ts';

/** Questions sent to the data process and not yet answered. */
export interface Requests {
  /** Starts waiting; `send` gets the number to answer with. Always resolves: with the answer, `timeout` or `host-gone`. */
  ask(timeLimit_ms: number, send: (id: number) => void): Promise<Reply<unknown>>;
  /** An answer that came too late, or twice, is dropped. */
  settle(id: number, reply: Reply<unknown>): void;
  /** Answers everything that waits with this failure. */
  failAll(failure: Failure): void;
}

/** Table of waiting questions; every one has a time limit. */
export function createRequests(): Requests {
  const waiting = new Map<number, { resolve: (reply: Reply<unknown>) => void; timer: NodeJS.Timeout }>();
  let lastId = 0;

  function settle(id: number, reply: Reply<unknown>): void {
    const request = waiting.get(id);
    if (request === undefined) return;
    waiting.delete(id);
    clearTimeout(request.timer);
    request.resolve(reply);
  }

  return {
    ask(timeLimit_ms, send) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          settle(id, {
            ok: false,
            failure: { code: 'timeout', kind: 'no-answer', details: { timeLimit_ms } },
          });
        }, timeLimit_ms);
        waiting.set(id, { resolve, timer });
        send(id);
      });
    },
    settle,
    failAll(failure) {
      for (const id of waiting.keys()) settle(id, { ok: false, failure });
    },
  };
}
