import { defineLedger, type LedgerRule } from '../../define-ledger.ts';
import type { Values } from '../../field-kind.ts';
import { choice } from '../../fields/choice.ts';
import { decimal } from '../../fields/decimal.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { countOf, ruleOf, voteOutcome } from '../../council/vote-outcome.ts';
import { words, type Localized } from '../../localized.ts';
import { broken } from '../../rules/broken.ts';
import { voteRuleFields, voteRuleNames } from './vote-rule-fields.ts';

const people = words('人', 'people');
const ballots = words('张', 'ballots');
/** Shares of `vote_share` that ask for something. */
const asked = ['gt-1-2', 'ge-1-2', 'ge-2-3', 'ge-3-4', 'ge-1-1'];
/** Households and area are counted only where the rule asks for them, ballots only where there are some. */
const byHousehold = { field: 'household_share', values: asked };
const byArea = { field: 'area_share', values: asked };
const onPaper = { field: 'way', values: ['2', '3', '4'] };

const count = (label: Localized, aliases: readonly string[] = []) =>
  integer({ label, min: 0, max: 999_999, unit: people, aliases });
const households = (label: Localized) =>
  integer({ label, min: 0, max: 999_999, unit: words('户', 'households'), when: byHousehold });
const paper = (label: Localized, aliases: readonly string[]) =>
  integer({ label, min: 0, max: 999_999, unit: ballots, when: onPaper, aliases });
const area = (label: Localized) =>
  decimal({ label, digits: 2, min: 0, max: 99_999_999, unit: words('平方米', 'm²'), when: byArea });

/**
 * Votes (表决): counts of one topic in one session. Whether it carried, and why, is worked out by the rule it took over;
 * see `council/vote-outcome.ts`.
 */
export const consultVote = defineLedger({
  id: 'consult_vote',
  revision: 1,
  area: 'council',
  label: words('表决', 'Votes'),
  counter: words('次', 'votes'),
  source: '社区协商表决结果单；村民委员会组织法、民法典',
  partOf: 'session',
  fields: {
    session: link({ label: words('协商会议', 'Session'), ledger: 'consult_session', required: true }),
    subject: text({
      label: words('表决事项', 'Put to the vote'),
      max: 200,
      required: true,
      search: true,
      indexed: true,
      aliases: ['事项', '表决项'],
    }),
    topic: link({ label: words('协商议题', 'Topic'), ledger: 'consult_topic' }),
    way: choice({ label: words('表决方式', 'Way'), table: 'vote_way', aliases: ['方式'] }),
    rule: link({ label: words('表决规则', 'Rule'), ledger: 'consult_rule' }),
    ...voteRuleFields(),

    eligible: count(words('应到人数', 'Entitled'), ['应到']),
    present: count(words('实到（参与）人数', 'Present'), ['实到', '参与人数']),
    households: households(words('总户数', 'Households')),
    households_present: households(words('到会户数', 'Households present')),
    area: area(words('专有部分总面积', 'Whole area')),
    area_present: area(words('参与面积', 'Area taking part')),
    issued: paper(words('发出票数', 'Ballots issued'), ['发出']),
    returned: paper(words('收回票数', 'Ballots returned'), ['收回']),
    invalid: paper(words('无效票数', 'Invalid ballots'), ['无效', '无效票']),
    agree: count(words('同意人数', 'For'), ['同意', '赞成']),
    against: count(words('反对人数', 'Against'), ['反对']),
    abstain: count(words('弃权人数', 'Abstained'), ['弃权']),
    area_agree: area(words('同意面积', 'Area for')),
    result: choice({ label: words('表决结果', 'Result'), table: 'vote_result', automatic: true }),
    why: longText({ label: words('结果说明', 'Why'), max: 1000, automatic: true }),
    remark: longText({ label: words('备注', 'Remark'), max: 500 }),
  },
  title: ['subject'],
  subtitle: ['result'],
  sections: [
    { label: words('表决事项', 'Vote'), fields: ['session', 'subject', 'topic', 'way'] },
    { label: words('规则', 'Rule'), fields: ['rule', ...voteRuleNames] },
    {
      label: words('计票', 'Count'),
      fields: [
        'eligible',
        'present',
        'households',
        'households_present',
        'area',
        'area_present',
        'issued',
        'returned',
        'invalid',
        'agree',
        'against',
        'abstain',
        'area_agree',
      ],
    },
    { label: words('结果', 'Result'), fields: ['result', 'why', 'remark'] },
  ],
  list: ['subject', 'eligible', 'present', 'agree', 'against', 'abstain', 'result', 'session'],
  naturalKey: ['session', 'subject'],
  sort: 'subject',
  takes: [
    {
      link: 'rule',
      fields: {
        attend_share: 'attend_share',
        household_share: 'household_share',
        area_share: 'area_share',
        agree_share: 'agree_share',
        agree_base: 'agree_base',
      },
    },
    { link: 'topic', fields: { subject: 'title' } },
    { link: 'session', fields: { eligible: 'invited', present: 'present' } },
  ],
  rules: [
    addsUp(
      ['agree', 'against', 'abstain', 'invalid'],
      'present',
      words('各项票数之和多于实到人数', 'More votes than people present'),
    ),
    addsUp(['present'], 'eligible', words('实到人数多于应到人数', 'More present than entitled')),
    addsUp(
      ['households_present'],
      'households',
      words('到会户数多于总户数', 'More households present than there are'),
    ),
    addsUp(['returned'], 'issued', words('收回票数多于发出票数', 'More ballots returned than issued')),
    addsUp(['area_present'], 'area', words('参与面积大于总面积', 'More area takes part than there is')),
    addsUp(['area_agree'], 'area_present', words('同意面积大于参与面积', 'More area agrees than takes part')),
  ],
  fill: withOutcome,
});

/** The outcome follows from the counts and the rule; nobody enters it. */
function withOutcome(row: Values): Values {
  const filled = { ...row, agree_base: row['agree_base'] ?? 'present' };
  const rule = ruleOf(filled);
  if (rule === null) return { ...filled, result: null, why: null };
  const { result, why } = voteOutcome(rule, countOf(filled));
  return { ...filled, result, why: why === '' ? null : why };
}

/** Rule: the parts together are not more than the whole; what is not known counts nothing. */
function addsUp(parts: readonly string[], whole: string, sentence: Localized): LedgerRule {
  const rule: LedgerRule = (row, context) => {
    const most = row[whole];
    const sum = parts.reduce((total, name) => total + Number(row[name] ?? 0), 0);
    return typeof most !== 'number' || sum <= most ? [] : [broken(parts[0] ?? whole, sentence, context)];
  };
  return Object.assign(rule, { reads: [[...parts, whole]] });
}
