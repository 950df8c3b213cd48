import { App } from 'antd';
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { useText } from '../text/index.ts';
import type { Navigation } from './navigation.ts';
import type { TabTarget } from './tab-target.ts';
import { afterTabAction, firstTabs } from './tabs.ts';
import type { Tab, TabAction, Tabs } from './tabs.ts';
import { tabTitle } from './tab-title.ts';

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
  const { modal } = App.useApp();
  const texts = useText();
  const { t } = texts;
  const ask = (tab: Tab) =>
    modal.confirm({
      title: t('tab.discard.title', { title: tab.title ?? tabTitle(tab.target, texts) }),
      content: t('tab.discard.body'),
      okText: t('tab.discard.close'),
      okButtonProps: { danger: true },
      cancelText: t('tab.discard.stay'),
      autoFocusButton: 'cancel',
      onOk: () => dispatch({ do: 'close', id: tab.id }),
    });
  const newest = useRef<(id: string) => void>(() => undefined);
  useEffect(() => {
    newest.current = (id) => {
      const tab = tabs.open.find((open) => open.id === id);
      if (tab?.isUnsaved) ask(tab);
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
    setUnsaved: (isUnsaved) => dispatch({ do: 'unsaved', id, isUnsaved }),
  };
}
