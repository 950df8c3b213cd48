import { words } from '../../localized.ts';
import { itemsOf, usualTerms, type ReadyList } from './ready-list.ts';

const ordinance = '《东莞市出租屋治安与消防安全管理条例》';
const fireLaw28 = '《中华人民共和国消防法》第二十八条';
const fireLaw19 = '《中华人民共和国消防法》第十九条';

/**
 * Rental houses of Dongguan: 9 items of public security, 14 of fire safety, put together from the ordinance of 2018 as
 * revised in 2024 and check forms in use; the choice is a proposal. Sizes are those up to which 东坑 (2009) speaks of a rental house.
 */
export const rentalList: ReadyList = {
  id: 'rental',
  label: words('出租屋治安消防检查表', 'Rental houses: security and fire safety'),
  values: {
    name: '出租屋治安消防检查表',
    list_version: '2024',
    object_kind: '10',
    valid_from: '2024-01-01',
    basis: `${ordinance}（2018年12月1日起施行，2024年1月1日修订施行）、《中华人民共和国消防法》`,
    floor_area_limit: 500_00,
    height_limit: 24_0,
    floor_limit: 7,
    ...usualTerms,
    remark: '参考检查表：项目、分值和期限可按本镇街规定修改，条文以现行法规为准。',
  },
  items: [
    ...itemsOf('01', 1, [
      {
        wording: '已办理出租登记，租赁合同签订后3个工作日内报送信息',
        remedy: '3个工作日内办理出租登记并报送租赁信息',
        basis: ordinance,
      },
      { wording: '承租人实名登记齐全', remedy: '补登全部承租人身份信息', basis: ordinance },
      {
        wording: '承租人变更、迁出及时报送',
        remedy: '报送变更、迁出人员信息，注销已搬离人员',
        basis: ordinance,
      },
      { wording: '二维码门牌完好、信息一致', remedy: '补装或更换二维码门牌', basis: ordinance },
      {
        wording: '20间或30张床位以上的，已安装门禁或视频门禁并正常使用',
        remedy: '安装门禁系统并保持正常使用',
        basis: ordinance,
      },
      {
        wording: '未按床位出租，未分隔搭建出租',
        remedy: '停止按床位出租，拆除分隔',
        basis: `${ordinance}（2024年修订）`,
        isMajor: true,
      },
      {
        wording: '未发现涉黄赌毒、传销、制假等迹象',
        remedy: '配合公安机关核查，停止出租',
        basis: ordinance,
        isMajor: true,
      },
      { wording: '已签订治安消防安全责任书', remedy: '签订责任书', basis: ordinance },
      { wording: '二手房东、中介已备案', remedy: '办理转租、中介备案', basis: ordinance },
    ]),
    ...itemsOf('02', 10, [
      {
        wording: '疏散楼梯畅通，通往天面的门可从内开启',
        remedy: '清理疏散楼梯，通天面门改为推闩锁',
        basis: fireLaw28,
        isMajor: true,
      },
      { wording: '疏散通道、安全出口未堆放杂物', remedy: '立即清理通道杂物', basis: fireLaw28 },
      {
        wording: '防盗网设有逃生口，净尺寸不小于0.5米×0.8米',
        remedy: '在防盗网上开设逃生口',
        basis: fireLaw28,
      },
      {
        wording: '配置灭火器，压力正常、在有效期内',
        remedy: '补配或更换灭火器',
        basis: ordinance,
      },
      {
        wording: '楼梯、走道设有应急照明和疏散指示',
        remedy: '安装或维修应急照明、疏散指示',
        basis: ordinance,
      },
      { wording: '安装独立式感烟火灾探测报警器', remedy: '安装独立烟感', basis: ordinance },
      {
        wording: '电线穿管敷设，装有漏电保护',
        remedy: '电线穿管，安装漏电保护开关',
        basis: ordinance,
      },
      {
        wording: '电动自行车未在楼内停放、充电',
        remedy: '将电动自行车移出楼外，不得在楼内充电',
        basis: ordinance,
        isMajor: true,
      },
      {
        wording: '厨房与居住部分分隔，燃气软管完好、装有报警器',
        remedy: '设置分隔，更换软管，安装燃气报警器',
        basis: ordinance,
      },
      {
        wording: '燃气热水器为强排式或平衡式并排烟至室外',
        remedy: '更换热水器，排烟管接至室外',
        basis: ordinance,
        isMajor: true,
      },
      {
        wording: '瓶装气来源合法、存放位置安全',
        remedy: '更换合格气瓶，移至安全位置',
        basis: ordinance,
      },
      {
        wording: '无“三合一”（居住与生产、储存、经营混设）',
        remedy: '搬离住人或停止生产经营储存',
        basis: fireLaw19,
        isMajor: true,
      },
      {
        wording: '未使用可燃材料隔断、彩钢板搭建',
        remedy: '拆除可燃隔断和彩钢板',
        basis: ordinance,
        isMajor: true,
      },
      { wording: '天台未违规搭建、未堵塞', remedy: '拆除天台违规搭建', basis: ordinance },
    ]),
  ],
};
