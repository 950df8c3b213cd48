import type { HandlersOf } from './desk.ts';

/** Saved views, drafts, column mappings and the like, of the asking user. */
export function createPreferenceHandlers(): HandlersOf<'preference'> {
  return {
    'preference.get': ({ key }, { store, caller }) => ({
      value: store.preferences.get(caller.user, key) ?? null,
    }),
    'preference.set': ({ key, value }, { store, caller }) => {
      store.preferences.set(caller.user, key, value);
      return {};
    },
    'preference.list': ({ prefix }, { store, caller }) => store.preferences.list(caller.user, prefix),
  };
}
