import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { useText } from '../text/index.ts';
import type { Navigation } from './navigation.ts';
import type { TabTarget } from './tab-target.ts';
import { afterTabAction, firstTabs, isUnsaved } from './tabs.ts';
import type { Tab, TabAction, Tabs } from './tabs.ts';
import { savingAll, unsavedWork } from './unsaved-work.ts';
import { useQuestion } from './use-question.tsx';

export interface OpenTabs {
  readonly tabs: Tabs;
  readonly activate: (id: string) => void;
  readonly step: (by: 1 | -1) => void;
  /** Closes a tab; asks first when it holds entries that are not saved. */
  readonly close: (id: string) => void;
  /** Navigation as seen from a tab. */
  readonly navigationOf: (id: string) => Navigation;
}

/** The open tabs of the workspace and what can be done with them. */
export function useTabs(): OpenTabs {
  const [tabs, dispatch] = useReducer(afterTabAction, firstTabs);
  const close = useClose(tabs, dispatch);
  const navigations = useRef(new Map<string, Navigation>());
  const navigationOf = useCallback(
    (id: string) => {
      const known = navigations.current.get(id);
      if (known !== undefined) return known;
      const made = navigationFrom(id, dispatch, close);
      navigations.current.set(id, made);
      return made;
    },
    [close],
  );
  return useMemo(
    () => ({
      tabs,
      activate: (id) => dispatch({ do: 'activate', id }),
      step: (by) => dispatch({ do: 'step', by }),
      close,
      navigationOf,
    }),
    [tabs, close, navigationOf],
  );
}

function useClose(tabs: Tabs, dispatch: (action: TabAction) => void): (id: string) => void {
  const texts = useText();
  const { t } = texts;
  const mayLose = useQuestion();
  const ask = async (tab: Tab) => {
    const work = unsavedWork({ ...firstTabs, open: [tab] }, [], texts);
    const title = t('tab.discard.title', { title: work.entries.join(t('list.comma')) });
    const save = savingAll(work, () => undefined);
    if (await mayLose({ title, content: t('tab.discard.body'), save })) dispatch({ do: 'close', id: tab.id });
  };
  const newest = useRef<(id: string) => void>(() => undefined);
  useEffect(() => {
    newest.current = (id) => {
      const tab = tabs.open.find((open) => open.id === id);
      if (tab !== undefined && isUnsaved(tab)) void ask(tab);
      else dispatch({ do: 'close', id });
    };
  });
  return useCallback((id) => newest.current(id), []);
}

function navigationFrom(
  id: string,
  dispatch: (action: TabAction) => void,
  close: (id: string) => void,
): Navigation {
  const open = (target: TabTarget) => dispatch({ do: 'open', target });
  return {
    openList: (ledger, options) =>
      open({ kind: 'list', ledger, where: options?.where ?? {}, sort: options?.sort ?? null }),
    openRecord: (ledger, record, options) =>
      open({ kind: 'record', ledger, id: record, field: options?.field ?? null }),
    openNew: (ledger, options) => open({ kind: 'new', ledger, values: options?.values ?? {} }),
    openImport: (ledger) => open({ kind: 'import', ledger: ledger ?? null }),
    openScreen: (screen, part) => open({ kind: 'screen', screen, ...(part === undefined ? {} : { part }) }),
    closeTab: (options) => (options?.isSaved === true ? dispatch({ do: 'close', id }) : close(id)),
    setTabTitle: (title) => dispatch({ do: 'title', id, title }),
    setUnsaved: (holder, held) => dispatch({ do: 'unsaved', id, holder, held }),
  };
}
