import type { Job } from '../data/index.ts';
import type { Texts } from '../text/index.ts';
import { isUnsaved } from './tabs.ts';
import type { Tabs, Unsaved } from './tabs.ts';
import { tabTitle } from './tab-title.ts';

/** What goes with everything that is open: with the window, or with the file. */
export interface UnsavedWork {
  /** Pages and dialogs with something entered or begun, as they are called on the screen. */
  readonly entries: readonly string[];
  /** Long work that would be stopped. */
  readonly jobs: readonly string[];
  /** The tab to go on in: the shown one where it holds something, else the first that does. */
  readonly tab: string | null;
  /** What saves each entry, with its tab; `null` where one of them takes more than that, or work is running. */
  readonly saves: readonly { readonly tab: string; readonly save: NonNullable<Unsaved['save']> }[] | null;
}

/** The program begins these by itself, and begins them again. */
const ownWork: ReadonlySet<Job['kind']> = new Set(['figures']);

/** What would be lost or stopped now; pure. */
export function unsavedWork(
  { open, active }: Tabs,
  jobs: readonly Job[],
  texts: Pick<Texts, 't' | 'label' | 'one'>,
): UnsavedWork {
  const holding = open.filter(isUnsaved);
  const running = jobs.filter(({ state, kind }) => state === 'running' && !ownWork.has(kind));
  const saves = holding.flatMap(({ id, unsaved }) =>
    unsaved.flatMap(({ save }) => (save === null ? [] : [{ tab: id, save }])),
  );
  const count = holding.reduce((sum, { unsaved }) => sum + unsaved.length, 0);
  return {
    entries: holding.flatMap((tab) => {
      const title = tab.title ?? tabTitle(tab.target, texts);
      return tab.unsaved.map(({ what }) => (what === '' ? title : texts.t('leave.entry', { title, what })));
    }),
    jobs: running.map(({ kind }) => texts.t(`job.kind.${kind}`)),
    tab: (holding.find(({ id }) => id === active) ?? holding[0])?.id ?? null,
    saves: count > 0 && saves.length === count && running.length === 0 ? saves : null,
  };
}

/** Saves all of it one after the other, and tells the tab of the first that could not be saved; `null` where that cannot be offered. */
export function savingAll(
  { saves }: Pick<UnsavedWork, 'saves'>,
  onLeft: (tab: string) => void,
): (() => Promise<boolean>) | null {
  if (saves === null) return null;
  return async () => {
    for (const { tab, save } of saves) {
      // Each waits for the one before: two writes at once would only wait in the data process.
      if (!(await save())) {
        onLeft(tab);
        return false;
      }
    }
    return true;
  };
}
