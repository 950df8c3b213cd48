import type { StatutoryDocument } from '../define-document.ts';
import { announcement } from './announcement.ts';
import { leaderLog } from './leader-log.ts';
import { minutes } from './minutes.ts';
import { pointNotice } from './point-notice.ts';
import { publicity } from './publicity.ts';
import { receptionForm } from './reception-form.ts';
import { signInSheet } from './sign-in-sheet.ts';
import { taskSheet } from './task-sheet.ts';
import { topicApplication } from './topic-application.ts';
import { voteResults } from './vote-results.ts';

/** Documents of consultation and liaison, in the order in which they come. */
export const councilDocuments: readonly StatutoryDocument[] = [
  topicApplication,
  publicity,
  taskSheet,
  announcement,
  signInSheet,
  minutes,
  voteResults,
  pointNotice,
  receptionForm,
  leaderLog,
];
