import { z } from 'zod';
import type { SyncStore } from '../api/sync.ts';
import type { Core } from '../repository/core.ts';

const states = z.enum(['in-use', 'lost', 'retired']);

/** Register of the office's sticks (介质登记). */
export function stickRegister({ connection }: Core): SyncStore['sticks'] {
  return {
    list: () =>
      connection.rows('SELECT * FROM stick ORDER BY registered_at, id').map((row) => ({
        id: String(row['id']),
        label: String(row['label']),
        bytes: typeof row['bytes'] === 'number' ? row['bytes'] : null,
        registeredAt: String(row['registered_at']),
        registeredBy: String(row['registered_by']),
        usedAt: typeof row['used_at'] === 'string' ? row['used_at'] : null,
        state: states.parse(row['state']),
        note: String(row['note']),
      })),
    put: (stick) => {
      connection.run(
        `INSERT OR REPLACE INTO stick (id, label, bytes, registered_at, registered_by, used_at, state, note)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        stick.id,
        stick.label,
        stick.bytes,
        stick.registeredAt,
        stick.registeredBy,
        stick.usedAt,
        stick.state,
        stick.note,
      );
    },
  };
}
