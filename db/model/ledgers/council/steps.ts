import { words } from '../../localized.ts';
import { stepsLedger } from '../../workflow/steps-ledger.ts';

/** Steps of topics of consultation (议题办理记录). */
export const consultTopicStep = stepsLedger({
  id: 'consult_topic_step',
  area: 'council',
  label: words('议题办理记录', 'Steps of topics'),
  of: 'consult_topic',
  table: 'consult_state',
  source: '社区协商程序（中办发〔2015〕41号）',
});

/** Steps of residents' opinions (意见办理记录). */
export const liaisonOpinionStep = stepsLedger({
  id: 'liaison_opinion_step',
  area: 'council',
  label: words('意见办理记录', 'Steps of opinions'),
  of: 'liaison_opinion',
  table: 'liaison_opinion_state',
  source: '驻点联系群众意见台账（现场解答、转办、上报）',
});
