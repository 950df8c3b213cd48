import { choice } from '../../fields/choice.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { defineLedger } from '../../define-ledger.ts';
import { words } from '../../localized.ts';

/**
 * Criteria of the risk that a dispute turns into a crime (民转刑风险分值): points of each factor and the colour it makes at
 * least. What the town has not entered counts as proposed in `risk.ts`; a change counts from the next save of a dispute on.
 */
export const disputeRiskCriterion = defineLedger({
  id: 'dispute_risk_criterion',
  revision: 1,
  area: 'dispute',
  label: words('民转刑风险分值', 'Risk criteria'),
  counter: words('条', 'criteria'),
  source: '民转刑命案防范联动机制（分值为拟定）',
  fields: {
    factor: choice({
      label: words('风险情形', 'Factor'),
      table: 'dispute_risk_factor',
      required: true,
      indexed: true,
      aliases: ['情形'],
    }),
    points: integer({
      label: words('分值', 'Points'),
      min: 0,
      max: 100,
      required: true,
      unit: words('分', 'points'),
    }),
    least: choice({
      label: words('至少定为', 'At least'),
      help: words('出现这一情形时，不论总分至少定为的等级', 'Colour this factor makes, whatever the sum'),
      table: 'dispute_risk_level',
    }),
    guide: longText({ label: words('认定说明', 'How to tell'), max: 500 }),
  },
  title: ['factor'],
  sections: [{ label: words('分值', 'Points'), fields: ['factor', 'points', 'least', 'guide'] }],
  list: ['factor', 'points', 'least', 'guide'],
  naturalKey: ['factor'],
  sort: 'factor',
});
