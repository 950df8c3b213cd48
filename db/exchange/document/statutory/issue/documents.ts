import type { StatutoryDocument } from '../define-document.ts';
import { issueCheckSlip } from './check-slip.ts';
import { issueDispatchSlip } from './dispatch-slip.ts';
import { issueFilingSlip } from './filing-slip.ts';
import { issueRegistrationSlip } from './registration-slip.ts';
import { issueReplySlip } from './reply-slip.ts';
import { issueTaskFeedbackSlip } from './task-feedback-slip.ts';
import { issueVerificationSlip } from './verification-slip.ts';

/** The slips of a hazard issue (S38), in the order of its life. */
export const issueDocuments: readonly StatutoryDocument[] = [
  issueRegistrationSlip,
  issueCheckSlip,
  issueFilingSlip,
  issueDispatchSlip,
  issueTaskFeedbackSlip,
  issueVerificationSlip,
  issueReplySlip,
];
