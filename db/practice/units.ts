import type { Values } from '../model/field-kind.ts';
import type { Building, Room } from './housing.ts';
import { personName, surname } from './names.ts';
import type { Workplace } from './people/household-plan.ts';
import { type Random, weighted } from './random.ts';
import { dayOf } from './days.ts';
import type { Town } from './town.ts';

const BRANDS = [
  '鸿发',
  '宏达',
  '永盛',
  '金源',
  '华泰',
  '恒信',
  '顺达',
  '富兴',
  '新锐',
  '锦程',
  '兴隆',
  '万顺',
  '立德',
  '广源',
  '嘉美',
  '捷成',
] as const;
const TRADES = weighted<readonly [string, string]>([
  [['服装', '纺织服装、服饰业'], 16],
  [['电子', '计算机、通信和其他电子设备制造业'], 12],
  [['五金制品', '金属制品业'], 10],
  [['塑胶', '橡胶和塑料制品业'], 9],
  [['模具', '专用设备制造业'], 6],
  [['包装', '造纸和纸制品业'], 5],
  [['物流', '道路运输业'], 4],
  [['贸易', '批发业'], 6],
]);
const SHOPS = weighted<readonly [string, string]>([
  [['便利店', '零售业'], 20],
  [['快餐店', '餐饮业'], 14],
  [['理发店', '居民服务业'], 8],
  [['手机维修店', '机动车、电子产品和日用产品修理业'], 5],
  [['服装店', '零售业'], 12],
  [['水果店', '零售业'], 6],
  [['药店', '零售业'], 3],
  [['小型作坊', '纺织服装、服饰业'], 5],
  [['沐足店', '居民服务业'], 2],
]);

/** Writes an enterprise (in factory and shop buildings) or a sole trader (elsewhere). */
export function addUnit(
  town: Town,
  building: Building,
  { townName }: { readonly townName: string },
): Workplace {
  const { random } = town;
  const { grid } = building;
  const at = town.days.recently(random, 800);
  const isEnterprise = building.living === 'none' && random.chance(0.7);
  const room = building.rooms[random.below(building.rooms.length)];
  const [trade, industry] = isEnterprise ? TRADES(random) : SHOPS(random);
  const name = unitName(random, { isEnterprise, trade, townName });
  const values: Values = {
    name,
    industry,
    ...(isEnterprise ? enterpriseValues(town) : traderValues(town, trade)),
    state: random.chance(0.95) ? '01' : '02',
    opened_on: dayOf(town.days.recently(random, 4000)),
    village: grid.division,
    grid: grid.id,
    address: room?.address ?? building.address,
    address_text: room?.path ?? building.path,
    building: building.id,
    ...roomOf(room),
    place: building.point,
    contact: town.nextPhone(),
    ...legalValues(town),
    hazard_type: random.chance(0.06) ? '02' : '00',
    concern: random.chance(0.03) ? '02' : '00',
  };
  return { id: town.add('unit', { at, values }), name };
}

function enterpriseValues(town: Town): Values {
  const { random } = town;
  const code = town.nextCreditCode('91');
  return {
    uscc: code,
    reg_no: code,
    kind: '01',
    ent_class: random.chance(0.12) ? '02' : '01',
    small_place: '00',
    staff_count: 5 + random.below(random.chance(0.1) ? 900 : 60),
    area: 10_000 + random.below(400_000),
    is_hazchem: random.chance(0.01),
    labor_grade: random.chance(0.92) ? '1' : '2',
    has_union: random.chance(0.3),
    has_party: random.chance(0.08),
  };
}

function traderValues(town: Town, trade: string): Values {
  const { random } = town;
  const code = town.nextCreditCode('92');
  return {
    uscc: code,
    reg_no: code,
    kind: '02',
    ent_class: '03',
    // 三小: small workshops and small entertainment venues; everything else is a small shop.
    small_place: trade === '小型作坊' ? '02' : trade === '沐足店' ? '03' : '01',
    staff_count: 1 + random.below(4),
    area: 1500 + random.below(8000),
  };
}

const roomOf = (room: Room | undefined): Values => (room === undefined ? {} : { room: room.id });

function unitName(
  random: Random,
  {
    isEnterprise,
    trade,
    townName,
  }: { readonly isEnterprise: boolean; readonly trade: string; readonly townName: string },
): string {
  const short = townName.replace(/(镇|街道|园区)$/, '');
  const brand = random.pick(BRANDS) + random.pick(BRANDS).slice(0, 1);
  return isEnterprise
    ? `东莞市${brand}${trade}有限公司`
    : `东莞市${short}${surname(random)}记${brand}${trade}`;
}

function legalValues(town: Town): Values {
  const { random } = town;
  const male = random.chance(0.7);
  const birth = town.days.birthDay(random, 25 + random.below(40));
  return {
    legal_name: personName(random, surname(random), male).name,
    legal_doc_type: '111',
    legal_doc_no: town.nextResidentId(birth, male),
    legal_contact: town.nextPhone(),
  };
}
