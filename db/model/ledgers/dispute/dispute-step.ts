import { words } from '../../localized.ts';
import { stepsLedger } from '../../workflow/steps-ledger.ts';

/** Steps of disputes (矛盾纠纷办理记录). */
export const disputeStep = stepsLedger({
  id: 'dispute_step',
  area: 'dispute',
  label: words('矛盾纠纷办理记录', 'Dispute steps'),
  of: 'dispute',
  table: 'dispute_status',
  source: '矛盾纠纷排查化解工作流程',
});
