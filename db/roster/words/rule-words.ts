import { type Language, type Localized, words } from '../../model/localized.ts';
import type { Rule, RuleKind } from '../problem.ts';
import { counterWords, listWords, type Names, numberText } from './names.ts';

/** What a planner of rosters can change inside the sentence of a rule. */
type RuleSlot = 'posts' | 'hours' | 'most' | 'days' | 'least' | 'counter' | 'skill';

/** A piece of a sentence: words, or a place to be filled in. Posts that are not named are said by `empty`. */
type TemplatePart = string | SlotPart;

interface SlotPart {
  readonly slot: RuleSlot;
  readonly empty?: string;
  readonly after?: string;
}

/** The sentence of a kind of rule with its places, in order. */
export type RuleTemplate = Readonly<Record<Language, readonly TemplatePart[]>>;

/** Posts a rule is narrowed to stand before it: `夜班：…`. */
const scope: Readonly<Record<Language, TemplatePart>> = {
  zh: { slot: 'posts', empty: '', after: '：' },
  en: { slot: 'posts', empty: '', after: ': ' },
};

/** Sentences with places, so that rules are edited as they are read. Strength and weight stand beside the sentence. */
export const ruleTemplates: Readonly<Record<RuleKind, RuleTemplate>> = {
  rest: {
    zh: [{ slot: 'posts', empty: '每次值班' }, '后至少休息', { slot: 'hours' }, '小时'],
    en: ['Hours of rest after ', { slot: 'posts', empty: 'every duty' }, ': at least ', { slot: 'hours' }],
  },
  'nights-in-row': {
    zh: [scope.zh, '连续夜班不超过', { slot: 'most' }, '个'],
    en: [scope.en, 'Nights in a row: at most ', { slot: 'most' }],
  },
  'days-in-row': {
    zh: [scope.zh, '连续值班不超过', { slot: 'most' }, '天'],
    en: [scope.en, 'Days on duty in a row: at most ', { slot: 'most' }],
  },
  'per-week': {
    zh: [scope.zh, '每人每周', { slot: 'counter' }, '不超过', { slot: 'most' }, '次'],
    en: [scope.en, 'Per person and week, ', { slot: 'counter' }, ': at most ', { slot: 'most' }],
  },
  'per-month': {
    zh: [scope.zh, '每人每月', { slot: 'counter' }, '不超过', { slot: 'most' }, '次'],
    en: [scope.en, 'Per person and month, ', { slot: 'counter' }, ': at most ', { slot: 'most' }],
  },
  weekends: {
    zh: [scope.zh, '每人每月不超过', { slot: 'most' }, '个周末值班'],
    en: [scope.en, 'Per person and month, weekends with duty: at most ', { slot: 'most' }],
  },
  spacing: {
    zh: [scope.zh, '两次值班之间至少间隔', { slot: 'days' }, '天'],
    en: [scope.en, 'Free days between two duties: at least ', { slot: 'days' }],
  },
  skill: {
    zh: [scope.zh, '每天在岗人员中“', { slot: 'skill' }, '”至少', { slot: 'least' }, '名'],
    en: [scope.en, 'Each day, people on duty with “', { slot: 'skill' }, '”: at least ', { slot: 'least' }],
  },
  novice: {
    zh: [scope.zh, '同一岗位“', { slot: 'skill' }, '”不超过', { slot: 'most' }, '名，且不单独值班'],
    en: [
      scope.en,
      'People with “',
      { slot: 'skill' },
      '” on one post: at most ',
      { slot: 'most' },
      ', never alone',
    ],
  },
  'same-rest-days': {
    zh: [scope.zh, '双休日、连续假期由同一人值班'],
    en: [scope.en, 'One person for all days of a weekend or holiday'],
  },
  fair: {
    zh: [scope.zh, { slot: 'counter' }, '次数人人均衡'],
    en: [scope.en, 'Equal shares: ', { slot: 'counter' }],
  },
  wishes: { zh: [scope.zh, '照顾个人值班意愿'], en: [scope.en, 'Wishes are granted where they can be'] },
  'own-place': {
    zh: [scope.zh, '优先安排本人网格'],
    en: [scope.en, 'The own grid before that of another'],
  },
  turns: { zh: [scope.zh, '按名单顺序轮流值班'], en: [scope.en, 'In the turns of the list'] },
};

/** A rule as a sentence with its numbers: 夜班后至少休息24小时. A soft rule says so: 每人每周值班不超过2次（尽量遵守，权重30）. */
export function ruleWords(names: Names, rule: Rule): Localized {
  const plain = ruleSentence(names, rule);
  if (!('weight' in rule.strength)) return plain;
  const { weight } = rule.strength;
  return words(`${plain.zh}（尽量遵守，权重${weight}）`, `${plain.en} (where possible, weight ${weight})`);
}

/** The sentence of a rule without its strength. */
export function ruleSentence(names: Names, rule: Rule): Localized {
  const { zh, en } = ruleTemplates[rule.kind];
  const value = (part: TemplatePart) =>
    typeof part === 'string' ? words(part, part) : slotWords(names, rule, part);
  return words(zh.map((part) => value(part).zh).join(''), en.map((part) => value(part).en).join(''));
}

function slotWords(names: Names, rule: Rule, { slot, empty = '', after = '' }: SlotPart): Localized {
  const { zh, en } = slotValue(names, rule, slot);
  return words(zh === '' ? empty : `${zh}${after}`, en === '' ? empty : `${en}${after}`);
}

function slotValue(names: Names, rule: Rule, slot: RuleSlot): Localized {
  if (slot === 'posts') return listWords((rule.posts ?? []).map(names.post));
  if (slot === 'counter') return 'counter' in rule ? counterWords[rule.counter] : words('', '');
  if (slot === 'skill') return 'skill' in rule ? names.skill(rule.skill) : words('', '');
  const value = numberIn(rule, slot);
  return words(value, value);
}

function numberIn(rule: Rule, slot: 'hours' | 'most' | 'days' | 'least'): string {
  const value = Object.entries(rule).find(([key]) => key === slot)?.[1];
  return typeof value === 'number' ? numberText(value) : '';
}
