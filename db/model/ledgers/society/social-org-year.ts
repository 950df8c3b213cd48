import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { money } from '../../fields/money.ts';
import { words } from '../../localized.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

const amount = { min: 0, max: 99_999_999_999 } as const;
const people = words('人', 'people');

/** Yearly figures of a social organisation (社会组织年度情况): projects, money and people served. */
export const socialOrgYear = defineLedger({
  id: 'social_org_year',
  revision: 1,
  area: 'society',
  label: words('社会组织年度情况', 'Years of social organisations'),
  counter: words('条', 'years'),
  source: '社会组织年度检查、政府购买服务年度数',
  partOf: 'org',
  fields: {
    org: link({
      label: words('社会组织', 'Organisation'),
      ledger: 'social_org',
      required: true,
      aliases: ['名称', '社会组织名称'],
    }),
    year: integer({
      label: words('年度', 'Year'),
      min: 1990,
      max: 2100,
      required: true,
      indexed: true,
      aliases: ['年份'],
    }),
    annual_check: choice({ label: words('年检结论', 'Annual check'), table: 'annual_check' }),
    project_count: integer({
      label: words('项目数', 'Projects'),
      min: 0,
      max: 9999,
      unit: words('个', 'projects'),
    }),
    income: money({ label: words('年度收入', 'Income'), ...amount, aliases: ['收入', '总收入'] }),
    bought: money({
      label: words('政府购买服务金额', 'Bought by the government'),
      ...amount,
      aliases: ['购买服务金额', '项目资金'],
    }),
    spending: money({ label: words('年度支出', 'Spending'), ...amount, aliases: ['支出', '总支出'] }),
    staff_count: integer({
      label: words('从业人数', 'Staff'),
      min: 0,
      max: 999_999,
      unit: people,
      aliases: ['专职人数'],
    }),
    member_count: integer({ label: words('会员数', 'Members'), min: 0, max: 9_999_999 }),
    served_count: integer({
      label: words('服务人次', 'People served'),
      min: 0,
      max: 99_999_999,
      unit: words('人次', 'people'),
      aliases: ['服务人数', '受益人次'],
    }),
    ...noteFields(),
  },
  title: ['org', 'year'],
  subtitle: ['annual_check'],
  sections: [
    {
      label: words('年度情况', 'The year'),
      fields: [
        'org',
        'year',
        'annual_check',
        'project_count',
        'income',
        'bought',
        'spending',
        'staff_count',
        'member_count',
        'served_count',
        ...noteNames,
      ],
    },
  ],
  list: [
    'org',
    'year',
    'annual_check',
    'income',
    'bought',
    'spending',
    'project_count',
    'staff_count',
    'served_count',
  ],
  naturalKey: ['org', 'year'],
  sort: '-year',
});
