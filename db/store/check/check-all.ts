import type { CheckFinding, CheckReport } from '../api.ts';
import type { EncryptedAttachments } from '../attachments/attachment-store.ts';
import type { Session } from '../open/session.ts';
import { storageErrorOf } from '../storage-error.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkChain } from './check-chain.ts';
import { checkFile } from './check-file.ts';
import { checkRecords } from './check-records.ts';
import { checkSearch } from './check-search.ts';

/** Findings kept; a broken table would give millions, and the first hundreds tell it all. */
const MOST_FINDINGS = 500;

/** What a part of the check works with. */
export interface Check {
  readonly session: Session;
  readonly report: (finding: CheckFinding) => void;
  /** Counts rows as they are checked; throws `Cancelled` when the user has had enough. */
  readonly progress: (rows: number, step: string) => void;
}

class Cancelled extends Error {}

type Progress = (done: number, total: number, step: string) => boolean;

/** Checks everything the file says against everything else it says; see `Store.checkAll`. */
export function checkAll(
  session: Session,
  attachments: EncryptedAttachments,
  onProgress?: Progress,
): CheckReport {
  const findings: CheckFinding[] = [];
  const total = totalWork(session);
  let done = 0;
  const check: Check = {
    session,
    report: (finding) => {
      if (findings.length < MOST_FINDINGS) findings.push(finding);
    },
    progress: (rows, step) => {
      done = Math.min(done + rows, total);
      if (onProgress?.(done, total, step) === false) throw new Cancelled();
    },
  };
  for (const notice of session.notices) {
    if (notice.code !== 'rolled-back' && notice.code !== 'wal-lost') continue;
    check.report({ code: 'rolled-back', ledger: null, record: null, detail: JSON.stringify(notice.details) });
  }
  const parts = [
    checkFile,
    checkChain,
    checkRecords,
    checkSearch,
    (c: Check) => checkAttachments(c, attachments),
  ];
  for (const part of parts) {
    try {
      part(check);
    } catch (error) {
      if (error instanceof Cancelled) return { ok: false, findings, cancelled: true };
      // A page that cannot be read ends this part; the others may still say what is affected.
      const storage = storageErrorOf(error);
      if (storage === null) throw error;
      check.report({ code: 'integrity', ledger: null, record: null, detail: storage.code });
    }
  }
  return { ok: findings.length === 0, findings, cancelled: false };
}

/** Rows looked at by all parts together: file, chain, records, search. */
function totalWork(session: Session): number {
  try {
    return Math.max(1, 4 * (session.core.connection.number('SELECT sum(everything) FROM ledger') ?? 0));
  } catch (error) {
    if (storageErrorOf(error) === null) throw error;
    return 1;
  }
}
