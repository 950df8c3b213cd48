import type { PreferenceStore } from '../api.ts';
import type { Connection } from '../open/connection.ts';

/** Small JSON values of one user on this machine. They are not the town's data and enter no change log. */
export function preferenceStore(connection: Connection): PreferenceStore {
  return {
    get: (user, key) => {
      const value = connection.text('SELECT value FROM preference WHERE user = ? AND key = ?', user, key);
      return value === null ? undefined : JSON.parse(value);
    },
    set: (user, key, value) => {
      if (value === undefined) {
        connection.run('DELETE FROM preference WHERE user = ? AND key = ?', user, key);
        return;
      }
      connection.run(
        `INSERT INTO preference (user, key, value) VALUES (?, ?, ?)
         ON CONFLICT (user, key) DO UPDATE SET value = excluded.value`,
        user,
        key,
        JSON.stringify(value),
      );
    },
    list: (user, prefix) =>
      connection
        .rows(
          'SELECT key, value FROM preference WHERE user = ? AND key >= ? AND key < ? ORDER BY key',
          user,
          prefix,
          `${prefix}\u{10ffff}`,
        )
        .map((row) => {
          const value: unknown = JSON.parse(String(row['value']));
          return { key: String(row['key']), value };
        }),
  };
}
