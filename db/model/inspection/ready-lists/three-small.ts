import { words } from '../../localized.ts';
import { itemsOf, usualTerms, type ItemText, type ReadyList } from './ready-list.ts';

const fireLaw28 = '《中华人民共和国消防法》第二十八条';
const fireLaw19 = '《中华人民共和国消防法》第十九条';
const fireLaw = '《中华人民共和国消防法》';
const remark = '参考检查表：各镇街面积口径不一，面积、项目、分值和期限可按本镇街规定修改。';

/** Where people live in the place: items 1 to 5 of the shops' form. */
const living: readonly ItemText[] = [
  {
    wording: '无人员违规住宿（留守值班1人除外）',
    remedy: '违规住宿人员立即搬离',
    basis: fireLaw19,
    isMajor: true,
  },
  { wording: '楼梯通至平屋顶', remedy: '增设通往平屋顶的楼梯或逃生设施', basis: fireLaw28 },
  {
    wording: '通屋顶的门未上锁，使用推闩锁',
    remedy: '拆除门锁，改用推闩锁',
    basis: fireLaw28,
    isMajor: true,
  },
  { wording: '住宿部分设有逃生出口', remedy: '住宿部分开设逃生出口', basis: fireLaw28, isMajor: true },
  { wording: '配备救生梯（绳）', remedy: '配备救生梯或逃生绳', basis: fireLaw },
];

/** Equipment, fire and electricity, ways out: items 6 to 14 of the same form. */
const usual: readonly ItemText[] = [
  { wording: '安装独立火灾报警探头', remedy: '安装独立火灾报警探头', basis: fireLaw },
  { wording: '配备ABC干粉灭火器并有效', remedy: '补配或更换灭火器', basis: fireLaw },
  { wording: '设有疏散指示、事故照明', remedy: '安装疏散指示和事故照明', basis: fireLaw },
  { wording: '用火、用电、用气符合规定', remedy: '立即停止违规用火用电用气', basis: fireLaw },
  { wording: '电线穿阻燃管敷设', remedy: '电线穿阻燃管', basis: fireLaw },
  { wording: '吊顶、墙面未用可燃材料装修', remedy: '拆除可燃装修材料', basis: fireLaw },
  { wording: '安全出口未锁闭', remedy: '立即打开安全出口', basis: fireLaw28, isMajor: true },
  { wording: '通道、楼梯未堆放物品', remedy: '立即清理通道、楼梯', basis: fireLaw28 },
  { wording: '已签订消防安全自律公约', remedy: '签订消防安全自律公约', basis: fireLaw },
];

/** Small shops (小档口): the form of a Guangdong town, where a ticked box is a problem; here each item says what must be so. */
const shopList: ReadyList = {
  id: 'small-shop',
  label: words('小档口消防安全检查表', 'Small shops: fire safety'),
  values: {
    name: '小档口消防安全检查表',
    list_version: '1',
    object_kind: '21',
    valid_from: '2024-01-01',
    area_limit: 300_00,
    basis: fireLaw,
    ...usualTerms,
    remark,
  },
  items: itemsOf('02', 1, [...living, ...usual]),
};

/** Small workshops (小作坊): the first three items are of the same town's form; the rest was not found and follows the shops'. */
const workshopList: ReadyList = {
  id: 'small-workshop',
  label: words('小作坊消防安全检查表', 'Small workshops: fire safety'),
  values: {
    name: '小作坊消防安全检查表',
    list_version: '1',
    object_kind: '22',
    valid_from: '2024-01-01',
    floor_area_limit: 250_00,
    height_limit: 20_0,
    floor_limit: 6,
    basis: fireLaw,
    ...usualTerms,
    remark,
  },
  items: itemsOf('02', 1, [
    {
      wording: '建筑耐火等级符合要求',
      remedy: '停止使用不符合耐火等级的建筑',
      basis: fireLaw,
      isMajor: true,
    },
    {
      wording: '与相邻建筑防火间距足够或有实体墙分隔',
      remedy: '设置实体墙或清出防火间距',
      basis: fireLaw28,
    },
    { wording: '地下室未设住宿', remedy: '地下室住宿人员立即搬离', basis: fireLaw19, isMajor: true },
    ...living,
    ...usual,
  ]),
};

/** Small places of entertainment (小娱乐场所): no form was found; the usual items with what crowds need. */
const entertainmentList: ReadyList = {
  id: 'small-entertainment',
  label: words('小娱乐场所消防安全检查表', 'Small places of entertainment: fire safety'),
  values: {
    name: '小娱乐场所消防安全检查表',
    list_version: '1',
    object_kind: '23',
    valid_from: '2024-01-01',
    area_limit: 200_00,
    basis: fireLaw,
    ...usualTerms,
    remark,
  },
  items: itemsOf('02', 1, [
    {
      wording: '无人员违规住宿（留守值班1人除外）',
      remedy: '违规住宿人员立即搬离',
      basis: fireLaw19,
      isMajor: true,
    },
    { wording: '门窗未设影响逃生的障碍物', remedy: '拆除影响逃生的障碍物', basis: fireLaw28, isMajor: true },
    ...usual,
  ]),
};

/** The three lists of three-small places (三小场所). */
export const threeSmallLists = [shopList, workshopList, entertainmentList] as const;
