import { words } from '../localized.ts';
import { defineCount, defineRate } from './define-rate.ts';

/** Disputes (矛盾纠纷) by the day they arose, mediation cases by the day they were accepted; rates of domain.md §5 (GK). */
export const disputeFigures = [
  defineRate({
    id: 'resolved',
    ledger: 'dispute',
    label: words('化解率', 'Resolved'),
    definition: words(
      '化解率＝化解成功的纠纷宗数÷排查登记宗数（不含作废），按发生日期统计',
      'Disputes resolved out of those found, void ones left out; by the day they arose',
    ),
    numerator: { status: '40' },
    denominator: { status: { not: ['90'] } },
  }),
  defineCount({
    id: 'open',
    ledger: 'dispute',
    label: words('未化解', 'Open'),
    definition: words('本期发生、尚未化解的宗数', 'Disputes of the period that are not resolved yet'),
    where: { status: ['10', '20', '30', '35', '50'] },
  }),
  defineRate({
    id: 'success',
    ledger: 'mediation_case',
    label: words('成功率', 'Agreements'),
    definition: words(
      '成功率＝达成协议的案件数÷调解结束的案件数（达成或未达成协议），按受理日期统计',
      'Cases with an agreement out of those mediated to the end; by the day they were accepted',
    ),
    numerator: { result: '1' },
    denominator: { result: ['1', '2'] },
  }),
  defineRate({
    id: 'performed',
    ledger: 'mediation_case',
    label: words('履行率', 'Performed'),
    definition: words(
      '履行率＝协议已履行的案件数÷达成协议的案件数，按受理日期统计',
      'Cases whose agreement is performed out of those with an agreement; by the day they were accepted',
    ),
    numerator: { performance: '1' },
    denominator: { result: '1' },
  }),
  defineCount({
    id: 'open',
    ledger: 'mediation_case',
    label: words('在调', 'In mediation'),
    definition: words('本期受理、尚在调解的案件数', 'Cases accepted in the period and still in mediation'),
    where: { status: ['20', '30'] },
  }),
];
