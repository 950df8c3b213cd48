import { z } from 'zod';
import type { Preview, Selection } from '../../model/sync/sync-node.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { Progress } from '../api.ts';
import { checkValues } from '../repository/check-values.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import type { Steps } from '../steps.ts';
import { readRecords } from './lines.ts';
import { scopeOf } from './scope.ts';
import type { SyncParts } from './sync-parts.ts';

/** Records counted in one slice. */
const CHUNK = 500;

type Counts = { -readonly [K in keyof Preview['ledgers'][string]]: Preview['ledgers'][string][K] };

const hashes = z.array(z.string());

/** Counts what a selection would send, in slices; see `SyncNode`. */
export function* previewSteps(parts: SyncParts, selection: Selection): Steps<Preview, Progress> {
  const ledgers = new Map<string, Counts>();
  const attachments = new Set<string>();
  const { after, upTo, except } = selection;
  const records = readRecords(parts, {
    range: { after, upTo, except },
    isWanted: (ledger) => ledger.sensitive === selection.sensitive,
    sensitive: selection.sensitive,
    scope: selection.scope === null ? null : scopeOf(parts, selection.scope),
    isAllWhole: selection.scope !== null,
  });
  let done = 0;
  for (const record of records) {
    const table = parts.core.tables.get(record.ledger);
    const counts = ledgers.get(record.ledger) ?? {
      created: 0,
      changed: 0,
      removed: 0,
      invalid: 0,
      isSensitive: table?.ledger.sensitive ?? selection.sensitive,
    };
    ledgers.set(record.ledger, counts);
    counts[kindOf(record)] += 1;
    if (table !== undefined) {
      if (isInvalid(parts, table, record)) counts.invalid += 1;
      for (const hash of attachmentsIn(table, record)) attachments.add(hash);
    }
    done += 1;
    if (done % CHUNK === 0) yield { done, total: Math.max(done, upTo - after) };
  }
  return { ledgers: Object.fromEntries(ledgers), attachments: sized(parts, attachments) };
}

function kindOf(record: SyncRecord): 'created' | 'changed' | 'removed' {
  if (record.removal !== null && record.removal.reason !== null) return 'removed';
  return record.isWhole ? 'created' : 'changed';
}

function isInvalid({ core }: SyncParts, table: LedgerTable, record: SyncRecord): boolean {
  const kept = table.byId(record.id);
  if (kept === null || kept.removedAt !== null) return false;
  return checkValues(core, table, kept.values).some((finding) => finding.level === 'error');
}

function attachmentsIn(table: LedgerTable, record: SyncRecord): readonly string[] {
  return table.stored.flatMap(({ name, field }) => {
    const value = record.values[name];
    return field.kind === 'attachment' && typeof value === 'string' ? hashes.parse(JSON.parse(value)) : [];
  });
}

function sized({ core }: SyncParts, names: ReadonlySet<string>): Preview['attachments'] {
  return [...names].flatMap((hash) => {
    const bytes = core.connection.number('SELECT bytes FROM attachment WHERE hash = ?', hash);
    return bytes === null ? [] : [{ hash, bytes }];
  });
}
