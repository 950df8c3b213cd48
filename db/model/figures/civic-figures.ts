import { words } from '../localized.ts';
import { defineCount, defineRate } from './define-rate.ts';

const inOffice = { state: '01' } as const;

/** Party building: what a town reports of its village bodies, decisions and branches. */
const partyFigures = [
  defineRate({
    id: 'one_head',
    ledger: 'committee_member',
    label: words('一肩挑率', 'One head for all'),
    definition: words(
      '一肩挑率＝书记、主任、理事长由一人担任的村（社区）书记÷在任书记',
      'Secretaries who are head and chairman too, out of the secretaries in office',
    ),
    counted: words('一肩挑', 'One head for all'),
    outOf: words('在任书记', 'Secretaries'),
    numerator: { is_three_in_one: true },
    denominator: { ...inOffice, posts: ['01'] },
    per: null,
  }),
  defineCount({
    id: 'newcomers',
    ledger: 'committee_member',
    label: words('非户籍委员', 'Members registered elsewhere'),
    definition: words('在任的试点选配非户籍委员人数', 'Members in office chosen in the pilot'),
    where: { ...inOffice, is_pilot: true },
    per: null,
  }),
  defineRate({
    id: 'passed',
    ledger: 'major_decision',
    label: words('表决通过率', 'Passed'),
    definition: words(
      '表决通过率＝表决通过的事项÷已表决的事项，按提议日期统计',
      'Matters that passed out of those voted on, by the day they were proposed',
    ),
    counted: words('表决通过', 'Passed'),
    outOf: words('已表决', 'Voted on'),
    numerator: { result: '01' },
    denominator: { result: { blank: false } },
  }),
  defineRate({
    id: 'disclosed',
    ledger: 'major_decision',
    label: words('决议公开率', 'Made public'),
    definition: words(
      '决议公开率＝已公开的决议÷表决通过的事项，按提议日期统计',
      'Resolutions made public out of matters that passed, by the day they were proposed',
    ),
    counted: words('已公开', 'Made public'),
    outOf: words('表决通过', 'Passed'),
    numerator: { published_on: { blank: false } },
    denominator: { result: '01' },
  }),
  defineCount({
    id: 'five_stars',
    ledger: 'party_org',
    label: words('五星级党组织', 'Branches with five stars'),
    definition: words('现有五星级两新党组织数', 'Branches that have five stars now'),
    where: { star: '5', state: { not: ['03'] } },
    per: null,
  }),
  defineCount({
    id: 'members',
    ledger: 'party_org',
    label: words('两新党员数', 'Members in these branches'),
    definition: words('现有两新党组织的党员人数合计', 'Members of all branches there are now'),
    where: { state: { not: ['03'] } },
    sum: 'member_count',
    per: null,
  }),
];

/** Rule of law: services of advisers and stations, talks, honours in force. */
const lawFigures = [
  defineCount({
    id: 'engaged',
    ledger: 'legal_adviser',
    label: words('在聘法律顾问', 'Advisers engaged'),
    definition: words('聘用合同在履行的法律顾问人次', 'Contracts of advisers in force'),
    where: inOffice,
    per: null,
  }),
  defineCount({
    id: 'people_served',
    ledger: 'adviser_service',
    label: words('顾问服务人次', 'People advisers served'),
    definition: words('本期法律顾问服务人次合计', 'People served by advisers in the period'),
    where: {},
    sum: 'people_count',
  }),
  defineCount({
    id: 'case_talks',
    ledger: 'publicity',
    label: words('以案说防场次', 'Talks on cases'),
    definition: words('本期以案说防宣传活动场次', 'Events in the period that told of cases'),
    where: { kind: '01' },
  }),
  defineCount({
    id: 'audience',
    ledger: 'publicity',
    label: words('宣传参加人数', 'Audience'),
    definition: words('本期宣传活动参加人数合计', 'People at the events of the period'),
    where: {},
    sum: 'people_count',
  }),
  defineRate({
    id: 'settled',
    ledger: 'legal_service',
    label: words('办结率', 'Settled'),
    definition: words(
      '办结率＝当场办结和已办结的件数÷登记件数（不含不符合条件的），按接待日期统计',
      'Services done at once or later out of all but the inadmissible, by the day of the visit',
    ),
    counted: words('已办结', 'Settled'),
    outOf: words('应办', 'Admissible'),
    numerator: { result: ['01', '04'] },
    denominator: { result: { not: ['05'] } },
  }),
  defineCount({
    id: 'lawful_villages',
    ledger: 'honour',
    label: words('民主法治村（社区）', 'Villages ruled by law'),
    definition: words('现有有效的民主法治村（社区）称号数', 'Such honours in force now'),
    where: { kind: '02', state: { not: ['03'] } },
    per: null,
  }),
];

/** Social work: what projects, partners and volunteers did. */
const societyFigures = [
  defineCount({
    id: 'people_served',
    ledger: 'service_project',
    label: words('项目服务人次', 'People projects served'),
    definition: words('本期开始的项目服务人次合计', 'People served by projects begun in the period'),
    where: {},
    sum: 'served_count',
  }),
  defineCount({
    id: 'reported',
    ledger: 'partner_report',
    label: words('协作上报数', 'Reports of partners'),
    definition: words('本期协作力量上报信息数合计', 'Reports of partner forces in the period'),
    where: {},
    sum: 'reported',
  }),
  defineCount({
    id: 'adopted',
    ledger: 'partner_report',
    label: words('上报采纳数', 'Reports taken up'),
    definition: words('本期协作力量上报被采纳数合计', 'Reports of partner forces that were taken up'),
    where: {},
    sum: 'adopted',
  }),
];

/** Figures of 党建引领, 法治宣传 and 社会组织. */
export const civicFigures = [...partyFigures, ...lawFigures, ...societyFigures];
