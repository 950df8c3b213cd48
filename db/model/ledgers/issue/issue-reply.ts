import { words } from '../../localized.ts';
import { repliesLedger } from '../../workflow/replies-ledger.ts';

/** Answers of the city to hazard issues handed up to it (市级答复): 受理 with its number, 退回 with a reason, 办结 with the result. */
export const issueReply = repliesLedger({
  id: 'issue_reply',
  area: 'issue',
  label: words('市级答复', 'Answers of the city'),
  of: 'issue',
  source: 'GB/T 34300-2017 网格事项处置流程（流转、反馈）',
});
