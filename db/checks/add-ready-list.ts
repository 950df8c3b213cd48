import { readyLists } from '../model/inspection/ready-lists/index.ts';
import { checkItem } from '../model/ledgers/inspection/check-item.ts';
import { checkList } from '../model/ledgers/inspection/check-list.ts';
import type { RecordWrite } from '../store/api.ts';
import { Refused } from './refusal.ts';

/** Writes of a shipped check list with its items; a town changes them afterwards like any record. */
export function addReadyList(
  ready: string,
  newId: () => string,
): { readonly list: string; readonly writes: readonly RecordWrite[] } | Refused {
  const found = readyLists.find(({ id }) => id === ready);
  if (found === undefined) return new Refused('ready-list');
  const list = newId();
  return {
    list,
    writes: [
      { ledger: checkList.id, id: list, op: 'create', values: found.values },
      ...found.items.map((item) => ({
        ledger: checkItem.id,
        id: newId(),
        op: 'create' as const,
        values: { ...item, list },
      })),
    ],
  };
}
