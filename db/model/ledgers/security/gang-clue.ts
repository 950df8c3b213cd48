import { defineLedger } from '../../define-ledger.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { handoverNames } from '../parts/handover.ts';
import { codeName, leadContent, leadKind, leadNumber, leadSettings } from '../parts/lead.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeNames } from '../parts/place.ts';
import { yearNumberNames } from '../parts/year-number.ts';

const found = words('受理日期', 'Taken in on');

/** Leads on gangs and organised crime handed to the police (涉黑涉恶线索移交). What becomes of them is the police's. */
export const gangClue = defineLedger({
  ...leadSettings(found, '涉恶'),
  id: 'gang_clue',
  revision: 1,
  area: 'security',
  label: words('涉黑涉恶线索移交', 'Gang leads handed over'),
  counter: words('条', 'leads'),
  source: '扫黑除恶专项斗争线索移交',
  fields: {
    ...leadNumber(found, ['登记日期', '日期']),
    ...leadKind('gang_clue_kind'),
    is_real_name: yesNo({ label: words('是否实名举报', 'Real name given') }),
    code_name: codeName(),
    trade: text({ label: words('涉及行业', 'Trade'), max: 50, suggest: true, aliases: ['行业领域'] }),
    ...leadContent(),
    ...noteFields(),
  },
  sections: [
    {
      label: words('线索', 'Lead'),
      fields: [
        'clue_no',
        ...yearNumberNames,
        'found_on',
        'kind',
        'clue_source',
        'is_real_name',
        'code_name',
        'trade',
        'content',
      ],
    },
    { label: words('涉及地点', 'Place'), fields: placeNames },
    { label: words('移交与反馈', 'Hand-over'), fields: [...handoverNames, 'result', ...noteNames] },
  ],
  list: [
    'clue_no',
    'found_on',
    'kind',
    'village',
    'trade',
    'handover_state',
    'handed_on',
    'received_on',
    'result',
  ],
});
