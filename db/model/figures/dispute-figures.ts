import { notMediated } from '../ledgers/dispute/ministry-table.ts';
import { words } from '../localized.ts';
import { dayMarks, defineCount, defineRate, proposed, type DefinedFigure } from './define-rate.ts';

/** Levels above a town (`org_level`); a city without counties, as Dongguan, has no 县（区）级 of its own. */
const aboveTown = ['01', '02', '03', '04'] as const;

/** Disputes (矛盾纠纷) by the day they arose, mediation cases by the day they were accepted; rates of domain.md §5 (GK). */
export const disputeFigures: readonly DefinedFigure[] = [
  defineRate({
    id: 'resolved',
    ledger: 'dispute',
    label: words('化解率', 'Resolved'),
    definition: words(
      '化解率＝化解成功的纠纷宗数÷排查登记宗数（不含作废），按发生日期统计',
      'Disputes resolved out of those found, void ones left out; by the day they arose',
    ),
    counted: words('化解成功', 'Resolved'),
    outOf: words('排查登记', 'Found'),
    numerator: { status: '40' },
    denominator: { status: { not: ['90'] } },
  }),
  defineCount({
    id: 'open',
    ledger: 'dispute',
    label: words('未化解', 'Open'),
    definition: words('本期发生、尚未化解的宗数', 'Disputes of the period that are not resolved yet'),
    where: { status: ['10', '20', '30', '35', '36', '50'] },
  }),
  defineRate({
    id: 'sent_up',
    ledger: 'dispute',
    label: words('上交率', 'Sent up'),
    definition: proposed(
      '上交率＝上交上级化解的纠纷宗数÷排查登记宗数（不含作废），按发生日期统计',
      'Disputes sent up to a higher level out of those found, void ones left out; by the day they arose',
    ),
    counted: words('上交', 'Sent up'),
    outOf: words('排查登记', 'Found'),
    numerator: { sent_up_on: { blank: false } },
    denominator: { status: { not: ['90'] } },
  }),
  defineRate({
    id: 'beyond_village',
    ledger: 'dispute',
    label: words('出村率', 'Beyond the village'),
    definition: proposed(
      '出村率＝化解层级为乡镇（街道）级及以上的纠纷宗数÷排查登记宗数（不含作废），按发生日期统计',
      'Disputes dealt with by the town or above out of those found, void ones left out; by the day they arose',
    ),
    counted: words('出村', 'Beyond the village'),
    outOf: words('排查登记', 'Found'),
    numerator: { level: [...aboveTown, '05'] },
    denominator: { status: { not: ['90'] } },
  }),
  defineRate({
    id: 'beyond_town',
    ledger: 'dispute',
    label: words('出镇率', 'Beyond the town'),
    definition: proposed(
      '出镇率＝化解层级在乡镇（街道）级以上的纠纷宗数÷排查登记宗数（不含作废），按发生日期统计',
      'Disputes dealt with above the town out of those found, void ones left out; by the day they arose',
    ),
    counted: words('出镇', 'Beyond the town'),
    outOf: words('排查登记', 'Found'),
    numerator: { level: aboveTown },
    denominator: { status: { not: ['90'] } },
  }),
  defineRate({
    id: 'success',
    ledger: 'mediation_case',
    label: words('成功率', 'Agreements'),
    definition: words(
      '成功率＝达成协议的案件数÷调解案件总数（不含未受理的），按受理日期统计',
      'Cases with an agreement out of all that were accepted; by the day they were accepted',
    ),
    counted: words('达成协议', 'Agreements'),
    outOf: words('已受理', 'Accepted'),
    numerator: { result: '1' },
    denominator: { status: { not: notMediated } },
  }),
  defineRate({
    id: 'performed',
    ledger: 'mediation_case',
    label: words('履行率', 'Performed'),
    definition: words(
      '履行率＝协议已履行的案件数÷达成协议的案件数，按受理日期统计',
      'Cases whose agreement is performed out of those with an agreement; by the day they were accepted',
    ),
    counted: words('协议已履行', 'Performed'),
    outOf: words('达成协议', 'Agreements'),
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
  defineCount({
    id: 'confirmed',
    ledger: 'mediation_case',
    label: words('司法确认案件', 'Confirmed by the court'),
    definition: words('法院确认有效的案件宗数，按受理日期统计', 'Cases the court has confirmed'),
    where: { court_result: '1' },
  }),
  defineCount({
    id: 'in_court',
    ledger: 'mediation_case',
    label: words('转诉前联调案件', 'Sent to the court'),
    definition: words('移送法院诉前联调的案件宗数，按受理日期统计', 'Cases sent to the court before a suit'),
    where: { pretrial_on: { blank: false } },
  }),
  defineCount({
    id: 'red',
    ledger: 'dispute',
    label: words('红色风险纠纷', 'Red disputes'),
    definition: words('风险未解除的红色等级纠纷宗数', 'Disputes at red risk that was not taken off'),
    where: { risk_level: '1', risk_removed_on: { blank: true } },
    per: null,
  }),
  ...mediatorsByAge(),
];

/** Mediators in office by age, as statistics of mediation bodies ask (domain.md §5, GK); the bands are a proposal. */
function mediatorsByAge(): readonly DefinedFigure[] {
  const { bornBy, bornAfter } = dayMarks;
  const bands = [
    ['to_35', '35岁及以下', '35 or younger', { from: bornAfter(36) }],
    ['to_45', '36至45岁', '36 to 45', { from: bornAfter(46), to: bornBy(36) }],
    ['to_55', '46至55岁', '46 to 55', { from: bornAfter(56), to: bornBy(46) }],
    ['from_56', '56岁及以上', '56 or older', { to: bornBy(56) }],
    ['unknown', '年龄未填', 'Age not known', { blank: true }],
  ] as const;
  return bands.map(([band, zh, en, birth_date]) =>
    defineCount({
      id: `age_${band}`,
      ledger: 'mediator',
      label: words(zh, en),
      definition: proposed(
        band === 'unknown' ? '在任、未填出生日期的调解员人数' : `在任、今天满周岁计${zh}的调解员人数`,
        `Mediators in office: ${en}`,
      ),
      where: { state: '1', birth_date },
      per: null,
    }),
  );
}
