import { Spin } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Where } from '../../app/tab-target.ts';
import { LedgerGrid } from './LedgerGrid.tsx';
import { useListState, useSavedViews, type NamedView } from './use-list-state.ts';
import './list.css';

export interface LedgerListProps {
  readonly ledger: AnyLedger;
  /** Filter the list is opened with; without one the default view is taken. */
  readonly where: Where;
  readonly sort: string | null;
}

/** The list of any ledger: a million rows, sorted, filtered and paged by the data process. */
export function LedgerList(props: LedgerListProps): ReactNode {
  const { views, refresh } = useSavedViews(props.ledger);
  if (views === null) return <Spin className="list-spin" delay={300} />;
  return <StartedList key={props.ledger.id} {...props} views={views} refreshViews={refresh} />;
}

function StartedList(
  props: LedgerListProps & { readonly views: readonly NamedView[]; readonly refreshViews: () => void },
): ReactNode {
  const { ledger, where, sort, views, refreshViews } = props;
  const state = useListState({ ledger, where, sort, views, refreshViews });
  return <LedgerGrid ledger={ledger} state={state} />;
}
