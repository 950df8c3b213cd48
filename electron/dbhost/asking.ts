import type { Language } from '../contract/calls.ts';
import type { Caller, Store } from '../../db/store/api.ts';

/** What every handler is given beside its input. */
export interface Asking {
  readonly caller: Caller;
  /** The open store. Reading it while none is open is a mistake of ours: such calls are refused before. */
  readonly store: Store;
}

const operator = { zh: '操作员', en: 'Operator' } as const;

/** Who sits at the computer. Rights are decided here, in the data process, never by who asks. */
export type UserOf = (language: Language) => Caller;

/** The one local user. */
export function localUser(language: Language): Caller {
  return { user: 'local', name: operator[language], language, seesMasked: false };
}
