import { hash as digestOf } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { EncryptedAttachments } from '../attachments/attachment-store.ts';
import type { Check } from './check-all.ts';

/** Every attachment is there and holds what its name says; every attachment a record names is known. */
export function checkAttachments(check: Check, attachments: EncryptedAttachments): void {
  const known = new Set<string>();
  for (const { hash } of attachments.all()) {
    known.add(hash);
    const file = attachments.fileOf(hash);
    if (file === null || !existsSync(file)) {
      check.report({ code: 'attachment-missing', ledger: null, record: null, detail: hash });
      continue;
    }
    const bytes = attachments.read(hash);
    if (bytes === null || digestOf('sha256', bytes, 'hex') !== hash) {
      check.report({ code: 'attachment-damaged', ledger: null, record: null, detail: hash });
    }
    check.progress(0, 'attachments');
  }
  checkNamed(check, known);
}

function checkNamed(check: Check, known: ReadonlySet<string>): void {
  const { connection, tables } = check.session.core;
  for (const table of tables.values()) {
    for (const { name, field } of table.stored) {
      if (field.kind !== 'attachment') continue;
      const rows = connection.rows(`SELECT id, ${name} FROM ${table.ledger.id} WHERE ${name} IS NOT NULL`);
      for (const row of rows) {
        const hashes = table.decodeValues(row)[name];
        if (!Array.isArray(hashes)) continue;
        const missing = hashes.map(String).find((hash) => !known.has(hash));
        if (missing === undefined) continue;
        check.report({
          code: 'attachment-missing',
          ledger: table.ledger.id,
          record: String(row['id']),
          detail: missing,
        });
      }
    }
  }
}
