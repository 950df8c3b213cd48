import { words } from '../../localized.ts';
import { repliesLedger } from '../../workflow/replies-ledger.ts';

/** Answers of the city to disputes sent up to it: 受理 with its number, 退回 with a reason, 办结 with what it did about them. */
export const disputeReply = repliesLedger({
  id: 'dispute_reply',
  area: 'dispute',
  label: words('矛盾纠纷市级答复', 'Answers of the city to disputes'),
  of: 'dispute',
  source: '矛盾纠纷排查化解工作流程（村→镇→市）',
});
