import { defineLedger, type LedgerRule } from '../../define-ledger.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { broken } from '../../rules/broken.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

const units = { 处: 'places', 个: 'units', 人: 'people', 宗: 'disputes' } as const;
const count = (zh: string, en: string, unit: keyof typeof units) =>
  integer({ label: words(zh, en), min: 0, max: 99_999, unit: words(unit, units[unit]) });
const found = (zh: string, en: string) => count(`${zh}隐患排查数`, `${en}: found`, '处');
const cleared = (zh: string, en: string) => count(`${zh}隐患消除数`, `${en}: cleared`, '处');

/** The eight groups of hazards of the monthly form (S54): numbers found and cleared. */
const hazards = {
  order_found: found('治安', 'Public order'),
  order_cleared: cleared('治安', 'Public order'),
  traffic_found: found('交通', 'Traffic'),
  traffic_cleared: cleared('交通', 'Traffic'),
  work_found: found('安全生产', 'Work safety'),
  work_cleared: cleared('安全生产', 'Work safety'),
  line_found: found('线路', 'Lines'),
  line_cleared: cleared('线路', 'Lines'),
  food_found: found('食品药品', 'Food and medicine'),
  food_cleared: cleared('食品药品', 'Food and medicine'),
  fire_found: found('消防', 'Fire'),
  fire_cleared: cleared('消防', 'Fire'),
  economy_found: found('经济', 'Economy'),
  economy_cleared: cleared('经济', 'Economy'),
  other_found: found('其他', 'Other'),
  other_cleared: cleared('其他', 'Other'),
};
// The keys of an object literal are exactly its key type.
const hazardNames = Object.keys(hazards) as (keyof typeof hazards)[];

/** A round of screening (排查): who looked, what disputes and hazards were found; each dispute has a record of its own. */
export const screeningRound = defineLedger({
  id: 'screening_round',
  revision: 1,
  area: 'dispute',
  label: words('排查记录', 'Screenings'),
  counter: words('次', 'screenings'),
  source: '矛盾纠纷排查化解月报（排查单位、人数，纠纷和八类隐患的排查、消除数）',
  partOf: 'plan',
  fields: {
    plan: link({ label: words('排查安排', 'Plan'), ledger: 'screening_plan', required: true }),
    screened_on: day({ label: words('排查日期', 'Screened on'), required: true, indexed: true }),
    screeners: text({ label: words('排查人员', 'By'), max: 200, suggest: true }),
    unit_count: count('排查单位数', 'Units screened', '个'),
    people_count: count('排查人数', 'People who screened', '人'),
    dispute_found: count('排查纠纷数', 'Disputes found', '宗'),
    dispute_settled: count('化解纠纷数', 'Disputes settled', '宗'),
    ...hazards,
    situation: longText({ label: words('排查情况', 'What was found'), max: 2000 }),
    ...noteFields(),
  },
  title: ['screened_on', 'plan'],
  sections: [
    {
      label: words('排查', 'Screening'),
      fields: [
        'plan',
        'screened_on',
        'screeners',
        'unit_count',
        'people_count',
        'dispute_found',
        'dispute_settled',
        'situation',
      ],
    },
    { label: words('安全隐患', 'Hazards'), fields: hazardNames },
    { label: words('附件', 'Attachments'), fields: [...noteNames] },
  ],
  list: ['screened_on', 'plan', 'screeners', 'people_count', 'dispute_found', 'dispute_settled', 'situation'],
  naturalKey: ['plan', 'screened_on'],
  sort: '-screened_on',
  rules: [
    notFuture('screened_on'),
    noMore('dispute_settled', 'dispute_found'),
    ...hazardNames
      .filter((name) => name.endsWith('_cleared'))
      .map((name) => noMore(name, name.replace('_cleared', '_found'))),
  ],
  period: 'screened_on',
});

/** What was settled or cleared is among what was found. */
function noMore(part: string, whole: string): LedgerRule {
  const rule: LedgerRule = (row, context) => {
    const [less, more] = [row[part], row[whole]];
    return typeof less === 'number' && less > (typeof more === 'number' ? more : 0)
      ? [broken(part, words('不多于排查数', 'No more than were found'), context)]
      : [];
  };
  return Object.assign(rule, { reads: [[part, whole]] });
}
