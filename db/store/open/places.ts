/** Files that belong to one database, all beside it, so that a copied folder is complete. */
export interface Places {
  /** The database. */
  readonly file: string;
  /** Key slots (security of the data hangs on passphrases in them). */
  readonly keys: string;
  /** Key slots before the last change. */
  readonly olderKeys: string;
  /** High-water mark. */
  readonly mark: string;
  /** Who holds the database open; only for the message, the lock itself is SQLite's. */
  readonly lock: string;
  /** Attachments, encrypted, named by the SHA-256 of their content. */
  readonly attachments: string;
  readonly backups: string;
}

export const placesOf = (file: string): Places => ({
  file,
  keys: `${file}.keys.json`,
  olderKeys: `${file}.keys.old.json`,
  mark: `${file}.mark.json`,
  lock: `${file}.lock`,
  attachments: `${file}-files`,
  backups: `${file}-backups`,
});
