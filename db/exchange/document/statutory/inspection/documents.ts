import type { StatutoryDocument } from '../define-document.ts';
import { checkRecord } from './check-record.ts';
import { recheckOpinion } from './recheck-opinion.ts';
import { rectificationNotice } from './rectification-notice.ts';

/** Documents of inspections, in the order in which they come. */
export const inspectionDocuments: readonly StatutoryDocument[] = [
  checkRecord,
  rectificationNotice,
  recheckOpinion,
];
