import { useCallback, useMemo, useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { Where } from '../../app/tab-target.ts';
import { ask, useAllSavedViews } from '../../data/index.ts';
import type { FilterEntry } from '../../widgets/index.ts';
import { firstView, readView, viewKey, type ListColumn, type ListView } from './saved-view.ts';

/** A saved view with its name. */
export interface NamedView {
  readonly name: string;
  readonly view: ListView;
}

/** What a list shows and how to change it. */
export interface ListState extends ListView {
  readonly views: readonly NamedView[];
  /** Name of the view taken last and not changed since; `null` = none. */
  readonly viewName: string | null;
  readonly setFilter: (field: string, entry: FilterEntry | undefined) => void;
  readonly clearFilters: () => void;
  readonly setSort: (sort: string | null) => void;
  readonly setColumns: (columns: readonly ListColumn[]) => void;
  readonly takeView: (name: string | null) => void;
  /** Answers why it was not kept; `null` when it was. */
  readonly saveView: (name: string, isDefault: boolean) => Promise<Failure | null>;
  readonly forgetView: (name: string) => Promise<Failure | null>;
}

/** Saved views of a ledger; `null` until known. The first rows wait for them so that the list does not jump. */
export function useSavedViews(ledger: AnyLedger) {
  const { value, failure, refresh } = useAllSavedViews();
  const views = useMemo(() => {
    if (value === undefined) return failure === null ? null : [];
    const prefix = viewKey(ledger.id, '');
    return value
      .filter(({ key }) => key.startsWith(prefix))
      .map((saved) => ({ name: saved.key.slice(prefix.length), view: readView(ledger, saved.value) }));
  }, [value, failure, ledger]);
  return { views, refresh };
}

interface Start {
  readonly ledger: AnyLedger;
  readonly views: readonly NamedView[];
  readonly where: Where;
  readonly sort: string | null;
  readonly refreshViews: () => void;
}

/** State of one list: starts with what it was opened for, else the default view, else the columns as last used. */
export function useListState(start: Start): ListState {
  const { ledger, views, refreshViews } = start;
  const [view, setView] = useState(() => startView(start));
  const [viewName, setViewName] = useState<string | null>(
    () => views.find((v) => v.view.isDefault)?.name ?? null,
  );
  const change = useCallback((part: Partial<ListView>) => {
    setView((before) => ({ ...before, ...part }));
    setViewName(null);
  }, []);
  const setFilter = useCallback((field: string, entry: FilterEntry | undefined) => {
    setView((before) => {
      const others = Object.entries(before.where).filter(([name]) => name !== field);
      return {
        ...before,
        where: Object.fromEntries(entry === undefined ? others : [...others, [field, entry]]),
      };
    });
    setViewName(null);
  }, []);
  const setColumns = useCallback(
    (columns: readonly ListColumn[]) => {
      change({ columns });
      // Known anew, or the list opened again would begin with the columns before.
      void ask('preference.set', { key: viewKey(ledger.id, ''), value: { columns } }).then(refreshViews);
    },
    [change, ledger, refreshViews],
  );
  return {
    ...view,
    views: views.filter((v) => v.name !== ''),
    viewName,
    setFilter,
    setColumns,
    clearFilters: useCallback(() => change({ where: {} }), [change]),
    setSort: useCallback((sort: string | null) => change({ sort }), [change]),
    takeView: (name) => {
      setView(views.find((v) => v.name === name)?.view ?? firstView(ledger));
      setViewName(name);
    },
    saveView: async (name, isDefault) => {
      await keepOneDefault(ledger, isDefault ? views.filter((v) => v.name !== name) : []);
      const reply = await ask('preference.set', {
        key: viewKey(ledger.id, name),
        value: { ...view, isDefault },
      });
      refreshViews();
      if (!reply.ok) return reply.failure;
      setViewName(name);
      return null;
    },
    forgetView: async (name) => {
      const reply = await ask('preference.set', { key: viewKey(ledger.id, name) });
      refreshViews();
      return reply.ok ? null : reply.failure;
    },
  };
}

function startView({ ledger, views, where, sort }: Start): ListView {
  const lastUsed = views.find((v) => v.name === '')?.view ?? firstView(ledger);
  const isOpenedForSomething = Object.keys(where).length > 0 || sort !== null;
  if (isOpenedForSomething) return { ...lastUsed, where, sort };
  return views.find((v) => v.view.isDefault)?.view ?? { ...lastUsed, where: {}, sort: null };
}

async function keepOneDefault(ledger: AnyLedger, others: readonly NamedView[]): Promise<void> {
  for (const { name, view } of others.filter((v) => v.view.isDefault)) {
    await ask('preference.set', { key: viewKey(ledger.id, name), value: { ...view, isDefault: false } });
  }
}
