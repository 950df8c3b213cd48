import type { Values } from '../../model/field-kind.ts';
import { type Desk, type Place, spread } from './desk.ts';
import { dueWithin, before } from './values.ts';

const firms = ['广东练习律师事务所', '广东晨练律师事务所', '广东知习律师事务所'] as const;

/** Writes legal advisers with what they did, the log of legal service, publicity and honours. */
export function addLaw(desk: Desk, venues: ReadonlyMap<string, string>): void {
  const { villages } = desk;
  for (const [i, village] of villages.entries()) addAdviser(desk, village, i);
  for (const village of spread(villages, 30)) {
    addLegalService(desk, village, venues);
    addLegalService(desk, village, venues);
    addPublicity(desk, village, venues);
    addPublicity(desk, village, venues);
  }
  addHonours(desk);
}

const services: readonly (readonly [kind: string, subject: string, matter: string])[] = [
  ['01', '租赁合同纠纷咨询', '06'],
  ['02', '民法典婚姻家庭编讲座', '03'],
  ['03', '审查集体物业租赁合同', '06'],
  ['04', '参与邻里排水纠纷调解', '99'],
  ['01', '工伤赔偿咨询', '02'],
];

function addAdviser(desk: Desk, village: Place, turn: number): void {
  const { random, days } = desk;
  const { name, phone } = desk.colleague();
  const isNew = turn % 5 !== 0;
  const adviser = desk.put('legal_adviser', {
    name,
    village: village.id,
    firm: firms[turn % firms.length] ?? firms[0],
    licence_no: `99999${String(20_200_000 + turn)}0001`,
    contact: phone,
    contract_from: isNew ? days.newYear : days.ago(330),
    contract_to: isNew ? `${days.year + 1}-12-31` : days.ago(-35),
    fee: 1_000_000,
    visits: 1,
    visit_days: '每月第一个星期三',
    state: '01',
  });
  for (let i = 0; i < 3; i++) {
    const [kind, subject, matter] = services[(turn + i) % services.length] ?? ['01', '法律咨询', '99'];
    desk.put('adviser_service', {
      adviser,
      village: village.id,
      served_on: desk.days.ago(6 + 31 * i + random.below(20)),
      kind,
      subject,
      matter,
      hours: 10 + 5 * random.below(6),
      people_count: kind === '02' ? 20 + random.below(40) : 1 + random.below(4),
      outcome: kind === '03' ? '提出修改意见 3 条' : '当场解答',
    });
  }
}

/** Days after which legal service has been finished. */
const OPEN_DAYS = 20;

function addLegalService(desk: Desk, village: Place, venues: ReadonlyMap<string, string>): void {
  const { random } = desk;
  const { name, phone } = desk.colleague();
  const served_on = before(desk, 420);
  const isOpen = served_on > desk.days.ago(OPEN_DAYS) && random.chance(0.5);
  const result = isOpen ? random.pick(['02', '03'] as const) : '01';
  const kind = result === '01' ? random.pick(['01', '04', '05']) : random.pick(['02', '03', '07']);
  desk.put('legal_service', {
    served_on,
    village: village.id,
    station: venues.get(village.id) ?? '',
    client_name: name,
    client_contact: phone,
    kind,
    matter: random.pick(['01', '02', '03', '05', '06']),
    content: random.pick(['公司拖欠两个月工资，询问如何追讨。', '房东不退押金。', '询问离婚财产分割。']),
    reply: '告知办理途径和所需材料。',
    handler: desk.colleague().name,
    result,
    ...(result === '03' && { passed_to: '司法分局' }),
    ...(result !== '01' && { finish_by: dueWithin(desk, 40) }),
  });
}

type Talk = readonly [kind: string, topic: string, told: string];

const talks: readonly [Talk, ...Talk[]] = [
  ['01', '以案说防：出租屋火灾警示', '某出租屋电动自行车入户充电起火，因楼梯口堵塞造成人员受伤。'],
  ['01', '以案说防：入室盗窃防范', '嫌疑人趁租客未锁门入室盗走手机，提醒离开锁门、安装门禁。'],
  ['03', '反诈宣传进厂区', '某员工刷单被骗三万元，民警讲解识别方法。'],
  ['04', '禁毒宣传进校园', '讲解新型毒品的伪装。'],
  ['05', '消防安全进社区', '演示灭火器使用和疏散。'],
];

function addPublicity(desk: Desk, village: Place, venues: ReadonlyMap<string, string>): void {
  const { random } = desk;
  const [kind, topic, told] = random.pick(talks);
  desk.put('publicity', {
    held_on: before(desk, 420),
    topic,
    kind,
    village: village.id,
    venue: venues.get(village.id) ?? '',
    place_text: `${village.name}${random.pick(['文化广场', '工业区', '出租屋集中区', '学校'])}`,
    organiser: `${village.name}综治中心`,
    speaker: desk.colleague().name,
    case_told: told,
    photos: desk.paper(),
    audience: random.pick([['01'], ['02'], ['03'], ['01', '05']]),
    people_count: 30 + random.below(160),
    leaflet_count: 50 + random.below(300),
  });
}

const honours: readonly (readonly [kind: string, level: string, name: string, year: number])[] = [
  ['02', '03', '东莞市民主法治村（社区）', 2019],
  ['02', '02', '广东省民主法治示范村（社区）', 2022],
  ['04', '03', '东莞市平安村（社区）', 2023],
  ['05', '03', '东莞市文明村（社区）', 2024],
];

const issuers: Readonly<Record<string, string>> = { '04': '平安东莞建设领导小组', '05': '东莞市文明办' };

function addHonours(desk: Desk): void {
  const { random, home, villages } = desk;
  const put = (values: Values): string =>
    desk.put('honour', { head_name: desk.colleague().name, state: '01', ...values });
  put({
    name: '东莞市法治镇（街道）',
    kind: '01',
    level: '03',
    village: home.id,
    awarded_on: '2018-12-20',
    review_on: desk.days.ago(-50),
    issuer: '东莞市普法办公室',
  });
  for (const [i, village] of villages.entries()) {
    const [kind, level, name, year] = honours[i % honours.length] ?? ['99', '04', '其他', 2024];
    put({
      name,
      kind,
      level,
      village: village.id,
      awarded_on: `${String(year)}-12-${String(10 + random.below(18))}`,
      issuer: level === '02' ? '广东省普法办公室' : (issuers[kind] ?? '东莞市普法办公室'),
      reviewed_on: year < 2023 ? desk.days.ago(400) : null,
      review_on: random.chance(0.25) ? dueWithin(desk, 60) : desk.days.ago(-200 - random.below(500)),
    });
  }
}
