import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels } from '../contract/channels.ts';

// Everything here runs in the isolated world of the page; only what `exposeInMainWorld` names is visible to it.

/** Listeners of the page by topic; every open list has one, so they share a single one towards the broker. */
const heard = new Map<string, Set<{ readonly tell: (payload: unknown) => void }>>();
ipcRenderer.on(channels.topic, (_event: unknown, name: unknown, payload: unknown) => {
  for (const listener of heard.get(String(name)) ?? []) listener.tell(payload);
});

contextBridge.exposeInMainWorld('app', {
  async ask(name: unknown, input: unknown): Promise<unknown> {
    try {
      return await ipcRenderer.invoke(channels.ask, name, input);
    } catch {
      // Only what cannot be copied to another process (a function, a page element) ends here.
      return { ok: false, failure: { code: 'invalid-input', kind: 'not-copyable', details: {} } };
    }
  },

  subscribe(topic: unknown, listener: unknown): () => void {
    if (typeof topic !== 'string' || typeof listener !== 'function') return () => undefined;
    const one = { tell: (payload: unknown): void => void listener(payload) };
    const others = heard.get(topic) ?? new Set();
    heard.set(topic, others.add(one));
    return () => {
      others.delete(one);
    };
  },

  async dropped(file: unknown): Promise<unknown> {
    // Empty for a file that the page made itself.
    const path = file instanceof File ? webUtils.getPathForFile(file) : '';
    return path === '' ? null : await ipcRenderer.invoke(channels.drop, path);
  },
});
