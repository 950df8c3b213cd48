import { defineLedger } from '../../define-ledger.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { fillCase } from './case-fill.ts';
import { caseFollows } from './case-follows.ts';
import { mediationWorkflow } from './mediation-workflow.ts';
import {
  afterFields,
  closingFields,
  outcomeFields,
  registrationFields,
  talksFields,
} from './mediation-case-fields.ts';

const names = <const F extends object>(fields: F): readonly (keyof F & string)[] =>
  // An object's own keys are the keys of its type: these are literals of this folder.
  Object.keys(fields) as (keyof F & string)[];

/** States of an accepted case, and those with an agreement. */
const talked = ['30', '40', '45', '50', '60', '70', '80'] as const;
const agreed = ['40', '50', '60'] as const;

/**
 * Cases of people's mediation (人民调解案件), from registration to the filed dossier. The number is given by organisation and
 * year without gaps or doubles; parties, inquiries, sessions, performance and return visits are parts of the case, its course is `mediation-workflow.ts`.
 */
export const mediationCase = defineLedger({
  id: 'mediation_case',
  revision: 2,
  area: 'dispute',
  label: words('人民调解案件', 'Mediation cases'),
  counter: words('宗', 'cases'),
  source: '人民调解法；司法部人民调解文书格式和统计报表',
  fields: {
    ...registrationFields,
    ...talksFields,
    ...outcomeFields,
    ...afterFields,
    ...closingFields,
  },
  title: ['case_name'],
  subtitle: ['case_no', 'kind'],
  sections: [
    { label: words('登记', 'Registration'), fields: names(registrationFields) },
    { label: words('受理与调解', 'Acceptance and talks'), fields: names(talksFields) },
    { label: words('调解结果与协议', 'Result and agreement'), fields: names(outcomeFields) },
    { label: words('履行、回访与司法确认', 'After the agreement'), fields: names(afterFields) },
    { label: words('结案与归档', 'Closing and filing'), fields: names(closingFields) },
  ],
  list: ['case_no', 'case_name', 'status', 'deadline', 'kind', 'org', 'mediator', 'registered_on', 'result'],
  naturalKey: ['case_no'],
  sort: '-registered_on',
  indexes: [
    ['registered_on'],
    ['org', 'registered_on'],
    ['org', 'case_year', 'serial'],
    ['status', 'registered_on'],
    ['kind', 'registered_on'],
    ['village', 'registered_on'],
  ],
  numbering: {
    field: 'serial',
    within: ['org', 'case_year'],
    mark: { link: 'org', from: 'sign', to: 'org_sign' },
  },
  rules: [
    notFuture('registered_on', 'accepted_on', 'rights_told_on', 'result_on', 'agreed_on', 'closed_on'),
    dayOrder(
      { field: 'registered_on', label: words('登记日期', 'Registered on') },
      { field: 'accepted_on', label: words('受理日期', 'Accepted on') },
    ),
    dayOrder(
      { field: 'accepted_on', label: words('受理日期', 'Accepted on') },
      { field: 'result_on', label: words('调解结束日期', 'Ended on') },
    ),
    dayOrder(
      { field: 'agreed_on', label: words('协议日期', 'Agreed on') },
      { field: 'perform_by', label: words('履行期限', 'To be performed by') },
    ),
  ],
  workflow: mediationWorkflow,
  fill: fillCase,
  follows: caseFollows,
  dues: [
    {
      field: 'next_session_at',
      label: words('下次调解', 'Next session'),
      person: 'mediator',
      while: { field: 'status', values: ['20', '30'] },
      isAppointment: true,
    },
    { field: 'perform_due', label: words('协议履行', 'Performance'), person: 'mediator' },
    { field: 'visit_due', label: words('回访', 'Return visit'), person: 'mediator' },
    { field: 'confirm_due', label: words('申请司法确认', 'Confirmation'), person: 'mediator' },
  ],
  wants: [
    want('rights_told_on', words('权利义务告知书', 'Notice of rights'), talked),
    want('id_files', words('身份证明', 'Proof of identity'), talked),
    want('session_count', words('调解记录', 'Record of sessions'), ['40', '45', '50', '60', '70', '80']),
    want('agreement', words('调解协议', 'Agreement'), agreed),
    want('last_visit_on', words('回访记录', 'Return visit'), ['60', '70', '80']),
    want('closing', words('结案说明', 'Closing note'), ['70', '80']),
    want('keep', words('保管期限', 'Time of keeping'), ['80']),
  ],
  period: 'accepted_on',
});

function want<const F extends string>(field: F, label: ReturnType<typeof words>, values: readonly string[]) {
  return { field, label, person: 'mediator', while: { field: 'status', values } } as const;
}
