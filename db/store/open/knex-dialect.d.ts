/** knex ships this dialect without types; only what the cipher dialect needs is named. */
declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  import type { Knex } from 'knex';

  class BetterSqlite3Client {
    constructor(config: Knex.Config);
    readonly connectionSettings: unknown;
  }
  export default BetterSqlite3Client;
}
