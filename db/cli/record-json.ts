import type { StoredRecord } from '../store/api.ts';

/** Keys a printed record has beside its fields; `save` reads over all but `id` and `version`. */
export const recordKeys = [
  'id',
  'version',
  'created_at',
  'updated_at',
  'removed_at',
  'removed_reason',
  'texts',
] as const;

/**
 * A record as `zw` prints it everywhere: its values under their field names (names no field may take are used for
 * the rest), and `texts` with the display text of each field. `get`, an edit and `save` make a round trip.
 */
export function recordJson(record: StoredRecord): Readonly<Record<string, unknown>> {
  return {
    id: record.id,
    version: record.version,
    ...record.values,
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    removed_at: record.removedAt,
    removed_reason: record.removedReason,
    texts: record.texts,
  };
}
