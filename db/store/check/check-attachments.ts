import { hash as digestOf } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { EncryptedAttachments } from '../attachments/attachment-store.ts';
import type { Check, CheckSteps } from './check-all.ts';
import { rowSlices } from './row-slices.ts';

/** Every attachment is there and holds what its name says; every attachment a record names is known. */
export function* checkAttachments(check: Check, attachments: EncryptedAttachments): CheckSteps {
  for (const { hash } of attachments.all()) {
    const file = attachments.fileOf(hash);
    if (file === null || !existsSync(file)) {
      check.report({ code: 'attachment-missing', ledger: null, record: null, detail: hash });
      continue;
    }
    const bytes = attachments.read(hash);
    if (bytes === null || digestOf('sha256', bytes, 'hex') !== hash) {
      check.report({ code: 'attachment-damaged', ledger: null, record: null, detail: hash });
    }
    yield check.progress(0, 'attachments');
  }
  yield* checkNamed(check, attachments);
}

function* checkNamed(check: Check, attachments: EncryptedAttachments): CheckSteps {
  const { connection, tables } = check.session.core;
  for (const table of tables.values()) {
    const { id: ledger } = table.ledger;
    for (const { name, field } of table.stored) {
      if (field.kind !== 'attachment') continue;
      for (const [after, upTo] of rowSlices(check, `SELECT max(rid) FROM ${ledger}`)) {
        const rows = connection.rows(
          `SELECT id, ${name} FROM ${ledger} WHERE rid > ? AND rid <= ? AND ${name} IS NOT NULL`,
          after,
          upTo,
        );
        for (const row of rows) {
          const hashes = table.decodeValues(row)[name];
          if (!Array.isArray(hashes)) continue;
          const detail = hashes.map(String).find((hash) => attachments.info(hash) === null);
          if (detail === undefined) continue;
          check.report({ code: 'attachment-missing', ledger, record: String(row['id']), detail });
        }
        yield check.progress(0, 'records');
      }
    }
  }
}
