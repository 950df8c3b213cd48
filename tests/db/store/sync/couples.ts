import { defineLedger, type AnyLedger } from '../../../../db/model/define-ledger.ts';
import { link } from '../../../../db/model/fields/link.ts';
import { words } from '../../../../db/model/localized.ts';
import { makeRegistry } from '../../../../db/model/registry.ts';
import type { RecordWrite, Store } from '../../../../db/store/index.ts';
import { addDweller, dweller, place, save } from '../fixture.ts';
import { newNode, type Node } from './exchange.ts';

/** Two ledgers that point to each other, as persons and households do. */
const owned: AnyLedger = {
  ...place,
  fields: { ...place.fields, owner: link({ ledger: 'dweller', label: words('业主', 'Owner') }) },
  sections: [{ label: words('基本', 'Basic'), fields: ['code', 'road', 'owner'] }],
};
export const circular = makeRegistry([
  { no: 101, ledger: dweller },
  {
    no: 102,
    ledger: defineLedger({ ...owned, title: ['road'], list: ['code'], naturalKey: ['code'], sort: 'code' }),
  },
]);

/** More couples of a dweller and the place he owns and lives in than are tried in one slice. */
export const COUPLES = 700;
const couples = (): readonly RecordWrite[] =>
  Array.from({ length: COUPLES }, (_, i) => i).flatMap((i) => [
    addDweller(`d${i}`, { name: `张伟${i}`, home: `p${i}` }),
    {
      ledger: 'place',
      id: `p${i}`,
      op: 'create',
      values: { code: `P${i}`, road: '路', owner: `d${i}` },
    } as const,
  ]);

/** A town that holds nothing but couples, and a city that has heard of none. */
export function withCouples(): {
  readonly town: Node;
  readonly city: Node;
  readonly incoming: Store['sync']['incoming'];
  readonly quarantine: Store['sync']['quarantine'];
} {
  const town = newNode('441900121-town', { registry: circular });
  const city = newNode('441900-city', { registry: circular });
  save(town.store, ...couples());
  const { incoming, quarantine } = city.store.sync;
  return { town, city, incoming, quarantine };
}
