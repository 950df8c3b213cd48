import { words } from '../../localized.ts';
import { stepsLedger } from '../../workflow/steps-ledger.ts';

/** Steps of mediation cases (人民调解办理记录). */
export const mediationStep = stepsLedger({
  id: 'mediation_step',
  area: 'dispute',
  label: words('人民调解办理记录', 'Mediation steps'),
  of: 'mediation_case',
  table: 'med_status',
  source: '人民调解工作若干规定所定程序',
});
