import type { WriteOutcome } from '../api.ts';
import type { SyncStore } from '../api/sync.ts';
import { changesSince } from '../changelog/record-changes.ts';
import type { DraftWrite } from '../repository/draft.ts';
import { undoBatch } from '../repository/undo.ts';
import { write } from '../repository/write.ts';
import { linksTo, type LinkTo } from './links-to.ts';
import { mergeWay } from './settle-merges.ts';
import type { SyncParts } from './sync-parts.ts';

type Request = Parameters<SyncStore['twins']['part']>[1];

/** Takes a merge of twins back, wherever it was made; see `SyncStore`. */
export function partTwins(parts: SyncParts, no: number, request: Request): WriteOutcome {
  const { core } = parts;
  const row = core.connection.row('SELECT * FROM twin WHERE no = ?', no);
  const table = core.tables.get(String(row?.['ledger']));
  if (row === undefined || table === undefined)
    return { ok: false, problem: { code: 'not-found', index: 0 } };
  const pair = [String(row['record']), String(row['other'])];
  // Found before anything is written: the reason of the removal, which leads the way, goes with it.
  const way = pair
    .map((id) => mergeWay(table, id))
    .find((one) => one !== null && pair.includes(one[1] ?? ''));
  if (typeof row['batch'] === 'string') undoBatch(core, row['batch'], { caller: request.caller });
  if (way === undefined || way === null) return { ok: true, records: [], repeated: false };
  const [drop = '', ...later] = way;
  const links = later.flatMap((id) => linksTo(core, table.ledger.id, id));
  const writes: DraftWrite[] = [
    { ledger: table.ledger.id, id: drop, op: 'restore' },
    ...links.flatMap((link) => turnedBack(parts, link, way)),
  ];
  return write(core, { ...request, checked: true, allowsTwins: true, writes });
}

/** A link goes back when it led to the merged record before merges turned it. */
function turnedBack({ core }: SyncParts, link: LinkTo, way: readonly string[]): readonly DraftWrite[] {
  const { table, rid, id, field } = link;
  const steps = changesSince(core.connection, { table, rid, version: 0 }).flatMap(
    ({ fields }) => fields[field] ?? [],
  );
  const before = steps.findLastIndex((value) => typeof value !== 'string' || !way.includes(value));
  const [drop] = way;
  if (drop === undefined || steps[before + 1] !== drop) return [];
  return [{ ledger: table.ledger.id, id, op: 'update', values: { [field]: drop } }];
}
