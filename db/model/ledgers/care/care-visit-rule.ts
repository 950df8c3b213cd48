import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { integer } from '../../fields/integer.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/**
 * Visit rules (走访规则): how often whom. A row for a kind and grade replaces the shipped rule (`visit-plan.ts`); provinces
 * differ, so nothing here is of a standard. A changed rule counts from the next visit or change on.
 */
export const careVisitRule = defineLedger({
  id: 'care_visit_rule',
  revision: 1,
  area: 'care',
  label: words('走访规则', 'Visit rules'),
  counter: words('条', 'rules'),
  source: '各地走访工作要求（待核）；严重精神障碍患者按危险性评估等级',
  fields: {
    scope: choice({ label: words('适用人员', 'For'), table: 'care_rule_scope', required: true }),
    grade: choice({ label: words('走访级别', 'Grade'), table: 'care_visit_grade', required: true }),
    every: integer({ label: words('间隔', 'Every'), min: 1, max: 366, required: true }),
    unit: choice({ label: words('间隔单位', 'Unit'), table: 'care_interval_unit', required: true }),
    basis: text({ label: words('依据', 'Basis'), max: 200 }),
  },
  title: ['scope', 'grade'],
  sections: [{ label: words('规则', 'Rule'), fields: ['scope', 'grade', 'every', 'unit', 'basis'] }],
  list: ['scope', 'grade', 'every', 'unit', 'basis'],
  naturalKey: ['scope', 'grade'],
  sort: 'scope',
});
