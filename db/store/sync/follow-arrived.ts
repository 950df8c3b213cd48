import type { Values } from '../../model/field-kind.ts';
import { loggedFields } from '../changelog/record-changes.ts';
import type { Row } from '../open/connection.ts';
import { differing } from '../repository/changed-values.ts';
import { Followers, type Whole } from '../repository/follow.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { write } from '../repository/write.ts';
import { isCity, type SyncParts } from './sync-parts.ts';

/** Who our log says brought records in line with parts entered at several places. */
const caller = { user: '@follow', name: '数据交换', language: 'zh', seesMasked: true } as const;
/** Records written in one transaction. */
const CHUNK = 100;

/**
 * Lets records follow the parts that came with a package: a visit entered here and one entered elsewhere make two, which
 * neither office could know. Where what arrived says already what follows, nothing is written; every office works out the
 * same, so that what it tells the other is no news there. A city leaves it to its towns.
 * @param after position of the log before the package
 */
export function followArrived(parts: SyncParts, after: number): void {
  const { core } = parts;
  if (isCity(parts.unit.code)) return;
  const followers = new Followers(core);
  const writes = [...wholesOfArrived(parts, followers, after)].flatMap(({ table, id }) => {
    const kept = table.byId(id);
    if (kept === null || kept.removedAt !== null) return [];
    const now = followers.followed(table, id, kept.values);
    const changed = differing(table, kept.values, now);
    const values = Object.fromEntries(changed.map((name) => [name, now[name] ?? null]));
    return changed.length === 0 ? [] : [{ ledger: table.ledger.id, id, op: 'update', values } as const];
  });
  for (let from = 0; from < writes.length; from += CHUNK) {
    const some = writes.slice(from, from + CHUNK);
    // What follows is worked out, not edited: also in what a case keeps as it was handed in.
    const outcome = write(core, {
      writeId: core.randomId(),
      caller,
      checked: true,
      acts: true,
      writes: some,
    });
    if (!outcome.ok) throw new Error(`parts that came could not be followed: ${outcome.problem.code}`);
  }
}

/** Records whose parts came, changed, went or were given to another since a position of the log. */
function wholesOfArrived({ core }: SyncParts, followers: Followers, after: number): Iterable<Whole> {
  const partByNo = new Map(
    [...core.tables.values()].flatMap((table) => {
      const links = followers.parts.get(table.ledger.id);
      return links === undefined ? [] : [[table.no, { table, links }] as const];
    }),
  );
  const changes = core.connection.rows(
    'SELECT ledger, rid, fields FROM change_log WHERE seq > ? AND ledger IN (SELECT value FROM json_each(?))',
    after,
    JSON.stringify([...partByNo.keys()]),
  );
  const wholes = new Map<string, Whole>();
  for (const change of changes) {
    const part = partByNo.get(Number(change['ledger']));
    if (part === undefined) continue;
    for (const values of linkedBy(part, change))
      for (const whole of followers.wholesOf(part.table, values))
        wholes.set(`${whole.table.ledger.id} ${whole.id}`, whole);
  }
  return wholes.values();
}

/** Values of a part as it is, and with the links it had before. */
function linkedBy(
  { table, links }: { readonly table: LedgerTable; readonly links: readonly string[] },
  { rid, fields }: Row,
): readonly Values[] {
  const now = table.byRid(Number(rid))?.values ?? {};
  const logged = typeof fields === 'string' ? loggedFields(fields) : {};
  const before = links.flatMap((link) => {
    const change = logged[link];
    return change === undefined ? [] : [[link, change[0]] as const];
  });
  return [now, { ...now, ...Object.fromEntries(before) }];
}
