import { words } from '../../localized.ts';
import { stepsLedger } from '../../workflow/steps-ledger.ts';

/** Steps of rectification notices (整改办理记录). */
export const rectificationStep = stepsLedger({
  id: 'rectification_step',
  area: 'inspection',
  label: words('整改办理记录', 'Steps of notices'),
  of: 'rectification',
  table: 'rectify_state',
  source: '隐患排查—整改—复查闭环',
});
