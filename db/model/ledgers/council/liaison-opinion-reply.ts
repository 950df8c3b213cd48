import { words } from '../../localized.ts';
import { repliesLedger } from '../../workflow/replies-ledger.ts';

/** Answers of the city to opinions reported to it: 受理 with its number, 退回 with a reason, 办结 with the answer to residents. */
export const liaisonOpinionReply = repliesLedger({
  id: 'liaison_opinion_reply',
  area: 'council',
  label: words('群众意见市级答复', 'Answers of the city to opinions'),
  of: 'liaison_opinion',
  source: '驻点联系群众意见台账（现场解答、转办、上报）',
});
