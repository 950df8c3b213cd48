import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { residentId } from '../../fields/resident-id.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { documentFits, fillFromDocument } from '../../rules/document-rules.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';
import { documentOf, subjectFields } from '../parts/subject.ts';

const actor = subjectFields(words('行为人', 'Person'));
const confirmed = { field: 'state', values: ['03'] } as const;
const forwarded = { field: 'state', values: ['02', '03', '04'] };
const decided = { field: 'state', values: ['03', '04'] };
const waiting = { field: 'state', values: ['02'] } as const;

/**
 * Courageous deeds (见义勇为): claim, papers, forwarding, result, honour. The police lead and a committee of county level
 * or above confirms; the town collects and forwards. One record a person; what follows stands in its care records.
 */
export const courageDeed = defineLedger({
  id: 'courage_deed',
  revision: 1,
  area: 'safety',
  label: words('见义勇为', 'Courageous deeds'),
  counter: words('人', 'people'),
  source: '广东省见义勇为人员奖励和保障条例（2025-03-01 施行）',
  fields: {
    deed_name: text({
      label: words('事迹名称', 'Deed'),
      help: words(
        '同一事迹多人的，名称写成一样，每人一条',
        'The same words for all who took part; one record each',
      ),
      max: 100,
      required: true,
      search: true,
      aliases: ['事迹', '名称'],
    }),
    actor: actor.person,
    actor_name: actor.name,
    actor_doc_type: actor.doc_type,
    actor_doc_no: residentId({
      label: words('行为人证件号码', 'Person: document number'),
      otherDocuments: true,
      required: true,
      search: true,
      masked: true,
      aliases: ['行为人身份证号', '身份证号'],
    }),
    actor_contact: actor.contact,
    workplace: text({ label: words('工作单位', 'Workplace'), max: 100 }),
    happened_on: day({
      label: words('发生日期', 'Happened on'),
      required: true,
      indexed: true,
      aliases: ['行为日期'],
    }),
    ...placeFields({ address: words('发生地点', 'Where') }),
    detail: longText({ label: words('事迹经过', 'Account'), max: 4000, required: true, search: true }),
    victims: text({ label: words('受益人', 'Helped'), max: 100, aliases: ['被救助人', '受害人'] }),
    witnesses: text({ label: words('证明人', 'Witnesses'), max: 200, aliases: ['证人'] }),
    harm: choice({ label: words('伤亡情况', 'Harm suffered'), table: 'courage_harm' }),
    claimant: text({ label: words('申报人或单位', 'Claimed by'), max: 100, aliases: ['申报人', '申报单位'] }),
    claimed_on: day({ label: words('申报日期', 'Claimed on') }),
    papers: multiChoice({
      label: words('已备材料', 'Papers at hand'),
      table: 'courage_paper',
      aliases: ['申报材料'],
    }),
    state: choice({
      label: words('申报状态', 'State'),
      table: 'courage_state',
      required: true,
      aliases: ['状态'],
    }),
    forwarded_to: text({
      label: words('转报单位', 'Forwarded to'),
      max: 100,
      suggest: true,
      when: forwarded,
    }),
    forwarded_on: day({ label: words('转报日期', 'Forwarded on'), when: forwarded }),
    reply_due: day({ label: words('确认期限', 'Result due'), indexed: true, when: forwarded }),
    decided_on: day({ label: words('确认日期', 'Decided on'), when: decided, aliases: ['认定日期'] }),
    decision_no: text({
      label: words('确认文书编号', 'Number of the decision'),
      max: 50,
      code: true,
      search: true,
      when: decided,
    }),
    honour: choice({ label: words('荣誉级别', 'Honour'), table: 'award_level', when: confirmed }),
    bonus: money({ label: words('奖金', 'Bonus'), min: 0, max: 9_999_999, when: confirmed }),
    paid_on: day({ label: words('发放日期', 'Paid on'), when: confirmed }),
    ...noteFields({ label: words('材料附件', 'Papers') }),
  },
  title: ['actor_name'],
  subtitle: ['deed_name', 'happened_on'],
  sections: [
    {
      label: words('行为人', 'Person'),
      fields: ['actor_name', 'actor', 'actor_doc_type', 'actor_doc_no', 'actor_contact', 'workplace'],
    },
    {
      label: words('事迹', 'Deed'),
      fields: ['deed_name', 'happened_on', 'harm', 'victims', 'witnesses', 'detail', ...placeNames],
    },
    {
      label: words('申报与转报', 'Claim'),
      fields: ['state', 'claimant', 'claimed_on', 'papers', 'forwarded_to', 'forwarded_on', 'reply_due'],
    },
    {
      label: words('确认与奖励', 'Result'),
      fields: ['decided_on', 'decision_no', 'honour', 'bonus', 'paid_on', ...noteNames],
    },
  ],
  list: ['actor_name', 'deed_name', 'happened_on', 'village', 'state', 'reply_due', 'honour', 'bonus'],
  naturalKey: ['actor_doc_no', 'happened_on'],
  sort: '-happened_on',
  takes: [{ link: 'actor', fields: { actor_name: 'name', workplace: 'workplace' } }],
  indexes: [
    ['village', 'happened_on'],
    ['state', 'happened_on'],
  ],
  rules: [
    documentFits(documentOf('actor')),
    notFuture('happened_on'),
    dayOrder(
      { field: 'happened_on', label: words('发生日期', 'Happened on') },
      { field: 'claimed_on', label: words('申报日期', 'Claimed on') },
    ),
    dayOrder(
      { field: 'forwarded_on', label: words('转报日期', 'Forwarded on') },
      { field: 'decided_on', label: words('确认日期', 'Decided on') },
    ),
  ],
  fill: (row) => ({ ...fillFromDocument(row, documentOf('actor')), state: row['state'] ?? '01' }),
  ending: 'void',
  dues: [
    {
      field: 'reply_due',
      label: words('见义勇为确认催办', 'Ask for the result'),
      person: 'forwarded_to',
      while: waiting,
    },
  ],
  wants: [
    { field: 'papers', label: words('申报材料', 'Papers'), while: { field: 'state', values: ['02', '03'] } },
    { field: 'decision_no', label: words('确认文书编号', 'Number of the decision'), while: confirmed },
  ],
  period: 'happened_on',
});
