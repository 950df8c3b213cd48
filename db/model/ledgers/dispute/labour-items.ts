import type { AnyField } from '../../define-ledger.ts';
import { decimal } from '../../fields/decimal.ts';
import { integer } from '../../fields/integer.ts';
import { money } from '../../fields/money.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';

const months = words('个月', 'months');
const percent = words('%', '%');
const people = words('人', 'people');

/**
 * Indicators of labour risk (企业劳资风险指标) as fields of an assessment. What they weigh is data (`labour_indicator`).
 * Dongguan's own list was not found; these are the proposed ones (sources in `labour-scale.ts`).
 */
export const labourItemFields = {
  wage_months: integer({
    label: words('欠薪月数', 'Wages owed'),
    min: 0,
    max: 120,
    unit: months,
    aliases: ['拖欠工资月数'],
  }),
  owed_people: integer({
    label: words('拖欠人数', 'People owed'),
    min: 0,
    max: 99_999,
    unit: people,
    aliases: ['欠薪人数', '涉及人数'],
  }),
  owed_amount: money({
    label: words('拖欠金额', 'Amount owed'),
    min: 0,
    max: 9_999_999_999,
    aliases: ['欠薪金额'],
  }),
  wage_cycle: integer({
    label: words('工资周期', 'Wage period'),
    help: words('从计薪截止到发放的天数，超过35天为信号', 'Days until wages are paid; above 35 is a signal'),
    min: 0,
    max: 400,
    unit: words('天', 'days'),
    aliases: ['发薪周期'],
  }),
  utility_months: integer({
    label: words('欠水电费月数', 'Water or power unpaid'),
    min: 0,
    max: 60,
    unit: months,
    aliases: ['停水停电欠费月数', '欠费月数', '水费欠费月数', '电费欠费月数'],
  }),
  power_drop: decimal({
    label: words('用电量同比降幅', 'Drop of power used'),
    digits: 1,
    min: -1000,
    max: 100,
    unit: percent,
    aliases: ['电量同比下降', '用电量下降', '用电降幅'],
  }),
  insurance_months: integer({
    label: words('社保断缴月数', 'Insurance unpaid'),
    min: 0,
    max: 120,
    unit: months,
    aliases: ['社保欠缴月数', '欠缴社保月数'],
  }),
  layoff_rate: decimal({
    label: words('裁员比例', 'Staff laid off'),
    digits: 1,
    min: 0,
    max: 100,
    unit: percent,
    aliases: ['参保人数降幅', '减员比例'],
  }),
  rent_months: integer({ label: words('欠租月数', 'Rent unpaid'), min: 0, max: 60, unit: months }),
  is_unreachable: yesNo({
    label: words('法人失联', 'Representative unreachable'),
    aliases: ['是否失联', '法定代表人失联'],
  }),
  is_changed: yesNo({
    label: words('法人频繁变更', 'Representative changed often'),
    aliases: ['法定代表人变更'],
  }),
  lawsuits: integer({
    label: words('涉诉失信查封件数', 'Lawsuits and seizures'),
    min: 0,
    max: 9999,
    unit: words('件', 'cases'),
    aliases: ['涉诉件数', '被执行件数'],
  }),
  is_tax_irregular: yesNo({
    label: words('欠税或税务非正常户', 'Tax unpaid or irregular'),
    aliases: ['非正常户', '税务非正常', '是否欠税'],
  }),
  is_stopped: yesNo({ label: words('停工停产', 'Production stopped'), aliases: ['是否停产'] }),
  is_moving: yesNo({ label: words('外迁计划', 'Plans to move away'), aliases: ['是否外迁'] }),
  complaints: integer({
    label: words('劳动投诉仲裁件数', 'Complaints and arbitrations'),
    min: 0,
    max: 9999,
    unit: words('件', 'cases'),
    aliases: ['投诉件数', '仲裁件数'],
  }),
  petitioners: integer({
    label: words('群访人数', 'People petitioning together'),
    min: 0,
    max: 99_999,
    unit: people,
  }),
  order_drop: decimal({
    label: words('订单下滑', 'Drop of orders'),
    digits: 1,
    min: -1000,
    max: 100,
    unit: percent,
    aliases: ['订单降幅'],
  }),
  is_risky_trade: yesNo({
    label: words('高风险行业', 'Risky trade'),
    help: words('建筑、鞋服、电子代工等', 'Building, shoes and clothes, contract electronics'),
  }),
} as const satisfies Record<string, AnyField>;

/** Names of the indicators, in the order of the form and of code table `labour_item`. */
// The keys of an object literal declared `as const` are exactly its key type.
export const labourItemNames = Object.keys(labourItemFields) as (keyof typeof labourItemFields)[];
