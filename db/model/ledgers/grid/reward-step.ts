import { words } from '../../localized.ts';
import { stepsLedger } from '../../workflow/steps-ledger.ts';

/** Steps of the monthly reward sheets (考核奖励办理记录). */
export const rewardStep = stepsLedger({
  id: 'reward_step',
  area: 'grid',
  label: words('考核奖励办理记录', 'Steps of reward sheets'),
  of: 'reward_sheet',
  table: 'reward_state',
  source: '网格员奖励办法（月度考核、奖励发放表）',
});
