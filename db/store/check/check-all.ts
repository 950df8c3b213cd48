import type { CheckFinding, CheckProgress, CheckReport } from '../api.ts';
import type { EncryptedAttachments } from '../attachments/attachment-store.ts';
import type { Session } from '../open/session.ts';
import { drained, type Steps } from '../steps.ts';
import { storageErrorOf } from '../storage-error.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkChain } from './check-chain.ts';
import { checkFigures } from './check-figures.ts';
import { checkFile } from './check-file.ts';
import { checkIndexes } from './check-indexes.ts';
import { checkLinks } from './check-links.ts';
import { checkRecords } from './check-records.ts';

/** Findings kept; a broken table would give millions, and the first hundreds tell it all. */
const MOST_FINDINGS = 500;

/** What a part of the check works with. */
export interface Check {
  readonly session: Session;
  readonly report: (finding: CheckFinding) => void;
  /** Counts rows as they are checked; what it returns is yielded. Between two slices records may be written. */
  readonly progress: (rows: number, step: string) => CheckProgress;
}

/** A part of the check, in slices. */
export type CheckSteps = Steps<void, CheckProgress>;

type Progress = (done: number, total: number, step: string) => boolean;

/** Checks everything at once; see `Store.checkAll`. */
export function checkAll(
  session: Session,
  attachments: EncryptedAttachments,
  onProgress: Progress = () => true,
): CheckReport {
  const findings: CheckFinding[] = [];
  const steps = checkSteps(session, attachments, findings);
  const goOn = ({ done, total, step }: CheckProgress): boolean => onProgress(done, total, step);
  return drained(steps, goOn) ?? { ok: false, findings, cancelled: true };
}

/** Checks everything the file says against everything else it says, in slices; see `Store.checkSteps`. */
export function* checkSteps(
  session: Session,
  attachments: EncryptedAttachments,
  findings: CheckFinding[] = [],
): Steps<CheckReport, CheckProgress> {
  const total = totalWork(session);
  let done = 0;
  const check: Check = {
    session,
    report: (finding) => {
      if (findings.length < MOST_FINDINGS) findings.push(finding);
    },
    progress: (rows, step) => {
      done = Math.min(done + rows, total);
      return { done, total, step };
    },
  };
  for (const notice of session.notices) {
    if (notice.code !== 'rolled-back' && notice.code !== 'wal-lost') continue;
    check.report({ code: 'rolled-back', ledger: null, record: null, detail: JSON.stringify(notice.details) });
  }
  const parts = [
    checkFile,
    checkIndexes,
    checkFigures,
    checkLinks,
    checkChain,
    checkRecords,
    (c: Check) => checkAttachments(c, attachments),
  ];
  for (const part of parts) {
    try {
      yield* part(check);
    } catch (error) {
      // A page that cannot be read ends this part; the others may still say what is affected.
      const storage = storageErrorOf(error);
      if (storage === null) throw error;
      check.report({ code: 'integrity', ledger: null, record: null, detail: storage.code });
    }
  }
  return { ok: findings.length === 0, findings, cancelled: false };
}

/** Rows looked at by all parts together: indexes, chain, records, search. */
function totalWork(session: Session): number {
  try {
    return Math.max(1, 4 * (session.core.connection.number('SELECT sum(everything) FROM ledger') ?? 0));
  } catch (error) {
    if (storageErrorOf(error) === null) throw error;
    return 1;
  }
}
