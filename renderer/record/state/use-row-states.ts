import type { GridApi } from 'ag-grid-community';
import { useEffect, useMemo } from 'react';
import { ask, useTopic } from '../../data/index.ts';
import { useDelayed } from '../../widgets/index.ts';
import type { Row } from '../list/use-rows.ts';
import { createRowStates, type RowStates } from './row-states.ts';

/** Rows that only fly by while somebody scrolls are not asked about. */
const LOOK_AFTER_MS = 120;

/** States of the rows in sight, never in the way of the rows themselves; `null` where nothing is ever sent. */
export function useRowStates(ledger: string, api: GridApi<Row> | null, isOn: boolean): RowStates | null {
  const states = useMemo(
    () =>
      isOn
        ? createRowStates(async (ids) => {
            const reply = await ask('record.states', { ledger, ids: [...ids] });
            return reply.ok ? reply.value : null;
          })
        : null,
    [ledger, isOn],
  );
  const look = useDelayed(LOOK_AFTER_MS, () => states?.want(idsInSight(api)));
  const lookAgain = useDelayed(LOOK_AFTER_MS, () => states?.stale(idsInSight(api)));
  useEffect(() => {
    if (api === null || states === null || api.isDestroyed()) return;
    const events = ['modelUpdated', 'viewportChanged', 'bodyScrollEnd'] as const;
    for (const event of events) api.addEventListener(event, look);
    look();
    return () => {
      if (!api.isDestroyed()) for (const event of events) api.removeEventListener(event, look);
    };
  }, [api, states, look]);
  useTopic('changed', (change) => {
    if (change.ledger === ledger) lookAgain();
  });
  useTopic('job', (job) => {
    if (job.state !== 'running') lookAgain();
  });
  return states;
}

function idsInSight(api: GridApi<Row> | null): readonly string[] {
  if (api === null || api.isDestroyed()) return [];
  return api.getRenderedNodes().flatMap(({ data }) => (data === undefined ? [] : [data.id]));
}
