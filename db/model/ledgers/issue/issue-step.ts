import { words } from '../../localized.ts';
import { stepsLedger } from '../../workflow/steps-ledger.ts';

/** Steps of hazard issues (问题隐患办理记录): 环节日志 of domain §4.3. */
export const issueStep = stepsLedger({
  id: 'issue_step',
  area: 'issue',
  label: words('问题隐患办理记录', 'Issue steps'),
  of: 'issue',
  table: 'issue_status',
  source: 'GB/T 34300-2017 网格事项处置流程（采集、流转、处置、反馈、考核）',
});
