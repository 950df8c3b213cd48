import { divisionCodeOf } from '../../../db/exchange/sync/unit.ts';
import type { Asking } from '../asking.ts';
import { namesByNode } from './office-peers.ts';

/** Name of the office a node belongs to, this one included; of a node further away its unit code. */
export async function unitNames({ store }: Pick<Asking, 'store'>): Promise<(node: string) => string> {
  const names = await namesByNode(store.sync);
  return (node) => {
    if (node === store.sync.node) return store.info.town.name;
    return names.get(node) ?? divisionCodeOf(node.split('-', 1)[0] ?? node);
  };
}
