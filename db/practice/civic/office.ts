import type { Desk } from './desk.ts';

/**
 * Documents of the city that are publicly named in its reports; numbers and days are left to the office that has them
 * before it, so the days here are the year's first.
 */
const documents = [
  ['关于构建基层组织新体系强化党建引领基层治理作用的意见', '中共东莞市委', '01', '01', '2018-01-01'],
  ['关于开展社区协商工作的实施意见', '中共东莞市委办公室', '01', '02', '2017-12-01'],
  ['关于完善矛盾纠纷多元化解机制的实施意见', '中共东莞市委办公室', '01', '03', '2018-01-01'],
  ['“1+15”维护社会稳定长效机制文件汇编', '中共东莞市委政法委员会', '99', '04', '2018-01-01'],
  ['东莞市网格管理员奖励办法', '东莞市社会服务管理中心', '04', '06', '2018-01-01'],
  ['平安文化建设指导意见', '中共东莞市委政法委员会', '01', '05', '2018-01-01'],
] as const;

const remark = '练习数据，成文日期以文件为准';

/** Laws of the city by their names; the articles are entered by the office from the gazette. */
const laws = [
  ['东莞市出租屋治安与消防安全管理条例', '03', ['01', '02'], '公安机关、消防救援机构'],
  ['东莞市生态文明建设促进与保障条例', '03', ['12'], '生态环境部门'],
  ['东莞市物业管理办法', '05', ['17'], '住房和城乡建设部门'],
  ['东莞市环境卫生管理规定', '05', ['13'], '城市管理和综合执法部门'],
] as const;

/** Writes the library of documents and the legal bases. */
export function addOffice(desk: Desk): void {
  for (const [title, issuer, kind, topic, day] of documents)
    desk.put('document', { title, issuer, kind, topics: [topic], issued_on: day, state: '01', remark });
  const { home: town, days } = desk;
  for (const [year, month] of [
    [days.year - 1, '03'],
    [days.year, '01'],
  ] as const)
    desk.put('document', {
      title: `${town.name}${year}年平安建设工作方案`,
      doc_no: `练习〔${year}〕${desk.random.below(60) + 1}号`,
      issuer: `中共${town.name}委员会`,
      kind: '05',
      topics: ['05', '06'],
      issued_on: days.notAfterToday(`${year}-${month}-18`),
      valid_to: `${year}-12-31`,
      state: year < days.year ? '03' : '01',
      keeper: desk.colleague().name,
    });
  for (const [law, level, categories, enforcer] of laws)
    desk.put('legal_basis', { law, article: '全文', level, categories, enforcer, state: '01' });
}
