import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

const shelter = { field: 'kind', values: ['05'] };
const referral = { field: 'kind', values: ['10'] };

/** What was done in a case of domestic violence (告诫书, 保护令, 庇护, 转介, 回访), each with its day. */
export const violenceMeasure = defineLedger({
  id: 'violence_measure',
  revision: 2,
  area: 'safety',
  label: words('家暴处置措施', 'Measures against violence'),
  counter: words('项', 'measures'),
  source: '反家庭暴力法第三、四章',
  fields: {
    violence: link({
      label: words('家暴登记', 'Case'),
      ledger: 'domestic_violence',
      required: true,
      aliases: ['登记编号'],
    }),
    done_on: day({ label: words('措施日期', 'Done on'), required: true, indexed: true, aliases: ['日期'] }),
    kind: choice({
      label: words('处置措施', 'Measure'),
      table: 'violence_measure_kind',
      required: true,
      aliases: ['措施'],
    }),
    body: text({
      label: words('实施单位', 'Done by'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['单位'],
    }),
    paper_no: text({
      label: words('文书编号', 'Paper number'),
      help: words('告诫书、保护令的编号', 'Number of the warning or order'),
      max: 50,
      code: true,
      search: true,
      when: { field: 'kind', values: ['03', '04'] },
    }),
    referred_to: choice({ label: words('转介单位', 'Referred to'), table: 'referral_body', when: referral }),
    shelter_place: text({ label: words('庇护场所', 'Shelter'), max: 100, suggest: true, when: shelter }),
    shelter_end: day({ label: words('庇护到期日期', 'Shelter ends'), indexed: true, when: shelter }),
    shelter_left_on: day({
      label: words('离开庇护日期', 'Left the shelter on'),
      help: words('填写后不再提醒庇护到期', 'Nothing is due any more once it is given'),
      when: shelter,
      since: 2,
    }),
    worker: text({ label: words('经办人', 'By'), max: 50, suggest: true }),
    result: longText({ label: words('措施情况', 'Result'), max: 1024, aliases: ['情况'] }),
    ...noteFields(),
  },
  title: ['kind'],
  subtitle: ['done_on'],
  sections: [
    {
      label: words('措施', 'Measure'),
      fields: [
        'violence',
        'done_on',
        'kind',
        'body',
        'paper_no',
        'referred_to',
        'shelter_place',
        'shelter_end',
        'shelter_left_on',
        'worker',
        'result',
        ...noteNames,
      ],
    },
  ],
  list: ['done_on', 'kind', 'body', 'paper_no', 'referred_to', 'shelter_place', 'worker', 'result'],
  naturalKey: ['violence', 'done_on', 'kind'],
  sort: '-done_on',
  rules: [
    dayOrder(
      { field: 'done_on', label: words('措施日期', 'Done on') },
      { field: 'shelter_end', label: words('庇护到期日期', 'Shelter ends') },
    ),
    dayOrder(
      { field: 'done_on', label: words('措施日期', 'Done on') },
      { field: 'shelter_left_on', label: words('离开庇护日期', 'Left the shelter on') },
    ),
  ],
  ending: 'void',
  sensitive: true,
  partOf: 'violence',
  dues: [
    {
      field: 'shelter_end',
      label: words('庇护到期', 'Shelter ends'),
      person: 'worker',
      until: 'shelter_left_on',
    },
  ],
  period: 'done_on',
});
