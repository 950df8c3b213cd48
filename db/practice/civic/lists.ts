import type { Desk } from './desk.ts';

/** Duties of the three bodies as towns usually divide them; examples to learn with, not the city's own lists. */
const duties: Readonly<Record<string, readonly string[]>> = {
  '01': [
    '宣传和执行党的路线方针政策，讨论决定本村（社区）重大事项',
    '领导村（居）委会、经联社和群团组织依法行使职权',
    '做好党员教育管理监督和发展党员工作',
    '统筹网格管理、平安建设和矛盾纠纷化解',
    '组织党群联席会议，收集和办理群众意见',
  ],
  '02': [
    '办理本村（社区）公共事务和公益事业',
    '组织村民（代表）会议，执行会议决定',
    '协助做好公共卫生、社会救助、流动人口服务管理',
    '调解民间纠纷，协助维护社会治安',
    '公布村（居）务事项，接受群众监督',
  ],
  '03': [
    '经营管理集体资产，保障资产安全和保值增值',
    '通过镇级平台交易集体资产资源',
    '落实集体物业消防和安全生产主体责任',
    '按章程分配集体收益，公布财务收支',
  ],
};

const powers: readonly (readonly [kind: string, power: string, holder: string])[] = [
  ['01', '重大事项决策', '党工委、村（居）民代表会议'],
  ['02', '大额资金使用审批', '党工委书记、村（居）委会'],
  ['02', '日常开支报销', '村（居）委会主任'],
  ['03', '集体物业出租', '经联社'],
  ['03', '集体土地使用权流转', '经联社股东代表会议'],
  ['04', '小额工程项目发包', '村（居）委会'],
  ['05', '物资服务采购', '村（居）委会'],
  ['06', '临时人员聘用', '党工委、村（居）委会'],
  ['07', '公章使用', '村（居）委会'],
  ['08', '宅基地建房申请初审', '村（居）委会'],
  ['09', '低保、临时救助申请初审', '村（居）委会'],
  ['10', '居住、亲属关系等证明出具', '便民服务窗口'],
];

/** Days until the lists are gone through again. */
const REVIEW_DAYS = 45;

/** Writes the lists of duties and of small powers that hold in the whole town. */
export function addLists(desk: Desk): void {
  const { days } = desk;
  const village = desk.home.id;
  for (const [body, list] of Object.entries(duties))
    for (const [i, duty] of list.entries())
      desk.put('duty_list', {
        village,
        body,
        item_no: i + 1,
        duty,
        mechanism: body === '01' ? '1' : null,
        basis: '村（社区）组织职责清单（练习）',
        valid_from: days.newYear,
        review_on: days.ago(-REVIEW_DAYS),
      });
  for (const [i, [kind, power, holder]] of powers.entries())
    desk.put('power_list', {
      village,
      item_no: i + 1,
      power,
      kind,
      holder,
      steps: '提出申请\n会议研究\n公示\n执行并归档',
      publication: '村务公开栏、党务村务公开平台',
      supervisor: '村务监督委员会',
      list_version: `${days.year}年版`,
      valid_from: days.newYear,
      review_on: days.ago(-REVIEW_DAYS),
    });
}
