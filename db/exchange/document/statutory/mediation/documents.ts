import type { StatutoryDocument } from '../define-document.ts';
import { acceptance } from './acceptance.ts';
import { agreement } from './agreement.ts';
import { application } from './application.ts';
import { closingReport } from './closing-report.ts';
import { confirmation } from './confirmation.ts';
import { handoverSlip, handoverSlips } from './handover-slip.ts';
import { investigation, investigations } from './investigation.ts';
import { ministrySheet } from './ministry-sheet.ts';
import { oralAgreement } from './oral-agreement.ts';
import { returnVisit, returnVisits } from './return-visit.ts';
import { rightsNotice } from './rights-notice.ts';
import { session, sessions } from './session.ts';

/** Documents of disputes and mediation, in the order of a case file. */
export const mediationDocuments: readonly StatutoryDocument[] = [
  application,
  acceptance,
  rightsNotice,
  investigations,
  investigation,
  sessions,
  session,
  agreement,
  oralAgreement,
  returnVisits,
  returnVisit,
  closingReport,
  confirmation,
  handoverSlips,
  handoverSlip,
  ministrySheet,
];
