import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';

/** Names of `disputeRiskFields`, in the order of a form. */
export const disputeRiskNames = [
  'risk_factors',
  'risk_score',
  'risk_level',
  'may_petition',
  'may_unsettle',
  'warning_level',
  'risk_found_on',
  'risk_removed_on',
  'reported_to',
  'reported_on',
  'report_due',
  'protection',
  'follow_count',
  'next_follow_up',
] as const;

/** The risk that a dispute turns into a crime (民转刑), a mass petition or unrest, and what is done about it (domain §5.6). */
export const disputeRiskFields = {
  risk_factors: multiChoice({
    label: words('民转刑风险情形', 'Risk factors'),
    help: words('有的逐项勾选，保存后得出分值和等级', 'Tick what applies; points and colour follow'),
    table: 'dispute_risk_factor',
    aliases: ['风险情形'],
  }),
  risk_score: integer({
    label: words('风险分值', 'Points'),
    unit: words('分', 'points'),
    automatic: true,
  }),
  risk_level: choice({
    label: words('风险等级', 'Risk'),
    table: 'dispute_risk_level',
    automatic: true,
    aliases: ['预警等级'],
  }),
  risk_found_on: day({
    label: words('评定日期', 'Rated on'),
    help: words('从这一天起计算跟踪日期', 'Follow-ups are counted from here'),
    aliases: ['风险评定日期'],
  }),
  risk_removed_on: day({
    label: words('风险解除日期', 'Risk ended on'),
    help: words('解除后不再跟踪', 'No follow-ups after it'),
  }),
  reported_to: text({
    label: words('已报告单位', 'Reported to'),
    help: words(
      '红色等级 24 小时内报派出所和司法分局',
      'Red is reported to police and justice office within 24 hours',
    ),
    max: 100,
  }),
  reported_on: day({ label: words('报告日期', 'Reported on') }),
  report_due: day({ label: words('红色风险待报告', 'Report due'), indexed: true, automatic: true }),
  protection: longText({
    label: words('隔离保护措施', 'Protection'),
    help: words('分开居住、专人看护、收缴器械等', 'Separation, guards, weapons taken'),
    max: 500,
  }),
  follow_count: integer({ label: words('跟踪次数', 'Follow-ups'), automatic: true }),
  next_follow_up: day({
    label: words('下次跟踪日期', 'Next follow-up'),
    indexed: true,
    automatic: true,
  }),
  may_petition: yesNo({ label: words('是否有群体性上访倾向', 'May lead to a mass petition'), since: 2 }),
  may_unsettle: yesNo({ label: words('是否影响稳定倾向', 'May unsettle the town'), since: 2 }),
  warning_level: choice({
    label: words('预警级别', 'Warning level'),
    table: 'street_dispute_warning',
    since: 2,
  }),
};
