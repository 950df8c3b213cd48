import type { RegistryEntry } from '../../registry-entry.ts';
import { issueMatter } from './issue-matter.ts';
import { issueReply } from './issue-reply.ts';
import { issueStep } from './issue-step.ts';

/** Issues (问题隐患): lines of the registry, in the order of navigation. */
export const issueEntries: readonly RegistryEntry[] = [
  { no: 29, ledger: issueMatter },
  { no: 28, ledger: issueStep },
  { no: 232, ledger: issueReply },
];
