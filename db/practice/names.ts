import { type Random, weighted } from './random.ts';

/**
 * Surnames by their share in ten thousand people: the national order (2020 census report of the Ministry of Public
 * Security), Guangdong ones raised, and every surname whose reading differs from the character's usual one
 * (曾 zeng, 单 shan, 解 xie, 仇 qiu, 区 ou, 查 zha, 任 ren, 朴 piao …), because search must find both readings.
 */
const SURNAMES =
  '王600 李610 张560 刘430 陈760 杨260 黄440 赵160 吴270 周210 徐130 孙110 马90 朱120 胡120 郭120 何170 林280 罗180 高90 ' +
  '梁260 郑130 谢140 宋70 唐100 许110 韩60 邓160 冯120 曹60 彭110 曾120 肖80 田60 董50 潘110 袁70 蔡130 蒋60 余80 ' +
  '于40 杜50 叶120 程50 魏50 苏80 吕50 丁50 任40 卢90 姚50 沈40 钟100 姜40 崔30 谭90 陆50 范40 汪40 廖90 ' +
  '石40 金30 韦70 贾30 夏30 付30 方60 邹40 熊40 白20 孟20 秦30 邱50 侯30 江50 尹30 薛20 闫20 雷40 龙50 ' +
  '黎80 史20 陶30 贺20 毛20 郝15 顾20 龚30 邵20 万30 覃50 武15 钱20 戴30 严25 莫60 孔20 向25 常15 温50 ' +
  '康20 赖50 施25 文40 欧40 麦30 容8 伍30 关20 区12 冼10 植4 翟12 单6 解6 仇4 查3 朴3 缪4 盖2 尉1 折1 宁8 ' +
  '欧阳14 司徒4 上官2 诸葛1 尉迟1 令狐1 皇甫1 阮20 蓝12 农12 蒙10 骆12 甘15 祝8 詹15 凌15 颜15 柯15 霍10 甄5 卓10 香1 禤1';

const MALE_CHARACTERS =
  '伟90 强80 军70 杰75 勇65 明80 涛55 磊50 超55 鹏55 华70 飞50 平50 刚40 辉55 斌50 宇60 浩70 波45 健45 峰50 龙45 俊60 志70 文65 建70 国60 ' +
  '海50 林45 永40 成40 东45 荣35 锋35 亮40 坤25 豪40 轩45 泽50 子50 梓45 家50 嘉45 俊45 景25 炳15 锦30 耀25 权20 根12 柱6 贵15 福15 ' +
  '德25 安25 康25 宁20 晨35 睿30 博35 航30 天35 一40 少20 进20 立20 正20 新30 义15 仁12 礼6 信15 乐15 行8 重3 长6 曾2 朝15 传10';
const FEMALE_CHARACTERS =
  '芳80 娟65 敏65 静75 丽80 艳65 玲60 霞50 燕60 娜45 英55 红60 梅55 婷65 萍50 雪50 倩45 慧55 莉45 洁40 颖40 琳40 云45 兰45 秀45 桂30 ' +
  '凤35 玉50 珍30 春30 小40 晓40 佳45 欣45 怡45 雨45 梦35 诗30 雅35 思35 嘉40 梓35 子30 紫20 可25 心25 悦30 彤20 琪30 瑶25 珊20 ' +
  '媛20 薇20 冰18 露15 荷10 莲15 菊10 银12 妹10 娇18 琼20 美30 月25 香15 翠12 素10 巧8 淑20 惠25 君20 乐15 茹10 朵6 行3';
/** Characters outside the Basic Multilingual Plane (CJK extension B) and rare ones inside it: fonts and file formats break here first. */
const RARE_CHARACTERS = [
  '𠮷',
  '𡈽',
  '𣘺',
  '𪚥',
  '𠅤',
  '𡛼',
  '㛃',
  '㵘',
  '䶮',
  '犇',
  '喆',
  '堃',
  '赟',
  '翀',
] as const;
/** The longest names registered in China join many parts with the middle dot U+00B7 (GB/T 31000: name C50, ours 60 in Uyghur spelling). */
const UYGHUR_PARTS = [
  '买买提',
  '阿卜杜拉',
  '吐尔逊',
  '艾合买提',
  '努尔麦麦提',
  '阿依古丽',
  '热依汗',
  '古丽巴哈尔',
] as const;
const TIBETAN_PARTS = ['扎西', '卓玛', '次仁', '平措', '旺堆', '央金', '丹增', '白玛'] as const;

const parse = (list: string): (readonly [string, number])[] =>
  list.split(' ').map((entry) => {
    const weight = entry.replace(/^\D+/, '');
    return [entry.slice(0, entry.length - weight.length), Number(weight)] as const;
  });

const drawSurname = weighted(parse(SURNAMES));
const drawMale = weighted(parse(MALE_CHARACTERS));
const drawFemale = weighted(parse(FEMALE_CHARACTERS));

/** Code of GB/T 3304 and weight; shares of a Guangdong factory town: mostly Han, then the peoples of Guangxi, Hunan and Guizhou. */
const drawEthnic = weighted<string>([
  ['01', 9300],
  ['08', 330],
  ['15', 90],
  ['06', 80],
  ['03', 40],
  ['13', 60],
  ['12', 35],
  ['09', 12],
  ['11', 12],
  ['07', 20],
  ['05', 8],
  ['04', 6],
  ['10', 3],
  ['19', 6],
]);

/** One generated person's name with what depends on it. */
export interface DrawnName {
  readonly name: string;
  /** GB/T 3304 code. */
  readonly ethnic: string;
}

/** Surname of a family, drawn by frequency. */
export const surname = (random: Random): string => drawSurname(random);

/** A name with this surname (or, for Uyghurs and Tibetans, without one) and the people it belongs to. */
export function personName(random: Random, family: string, male: boolean): DrawnName {
  const ethnic = drawEthnic(random);
  if (ethnic === '05') return { ethnic, name: joined(random, UYGHUR_PARTS, 2) };
  if (ethnic === '04') return { ethnic, name: random.pick(TIBETAN_PARTS) + random.pick(TIBETAN_PARTS) };
  return { ethnic, name: family + givenName(random, male) };
}

/** A Uyghur name of as many parts as fit into `max` characters; the case every form and column must survive. */
export function longName(random: Random, max: number): string {
  let name: string = random.pick(UYGHUR_PARTS);
  while ([...name].length < max) name += `·${random.pick(UYGHUR_PARTS)}`;
  return name.slice(0, max).replace(/·$/, '江');
}

/** A name with a character of CJK extension B, so that every town has one. */
export const rareName = (random: Random, family: string): string =>
  family + random.pick(['𠮷', '𡈽', '𣘺', '𠅤']);

function givenName(random: Random, male: boolean): string {
  const draw = male ? drawMale : drawFemale;
  const first = draw(random);
  // About one name in five has a single character; one in 4,000 holds a rare one.
  if (random.chance(0.00025)) return first + random.pick(RARE_CHARACTERS);
  if (random.chance(0.2)) return first;
  const second = draw(random);
  return first + second;
}

function joined(random: Random, parts: readonly [string, ...string[]], count: number): string {
  return Array.from({ length: count }, () => random.pick(parts)).join('·');
}
