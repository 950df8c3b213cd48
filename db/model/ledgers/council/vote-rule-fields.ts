import { choice } from '../../fields/choice.ts';
import { words } from '../../localized.ts';

/** What a rule of voting asks for; a vote takes it over, so that a rule changed later leaves it as it was. */
export const voteRuleFields = () => ({
  attend_share: choice({
    label: words('到会人数比例', 'People present'),
    table: 'vote_share',
    aliases: ['参加人数比例'],
  }),
  household_share: choice({
    label: words('或到会户数比例', 'Or households present'),
    help: words('达到人数比例或户数比例之一即可', 'Either people or households are enough'),
    table: 'vote_share',
  }),
  area_share: choice({
    label: words('且参与面积比例', 'And area taking part'),
    help: words('业主表决：参与的专有部分面积', 'Owners: area of those who vote'),
    table: 'vote_share',
  }),
  agree_share: choice({
    label: words('同意比例', 'Share that must agree'),
    table: 'vote_share',
    required: true,
  }),
  agree_base: choice({
    label: words('同意比例基数', 'Of'),
    table: 'vote_base',
    required: true,
  }),
});

/** Names of `voteRuleFields`, in the order of a form. */
export const voteRuleNames = [
  'attend_share',
  'household_share',
  'area_share',
  'agree_share',
  'agree_base',
] as const;
