import { type Localized, words } from '../../model/localized.ts';
import type { Charge } from '../check/check-roster.ts';
import type { FairLine } from '../check/weighed.ts';
import type { RuleKind } from '../problem.ts';
import type { Hole, Violation } from '../roster.ts';
import { factWords } from './fact-words.ts';
import { counterWords, dateWords, type Names, numberText } from './names.ts';
import { ruleSentence } from './rule-words.ts';

/** What is broken, where and by how much: 12月5日（周六）夜班李某：夜班后至少休息24小时，少休息15小时. */
export function violationWords(names: Names, violation: Violation): Localized {
  const place = placeWords(names, violation);
  const what = faultWords(names, violation);
  return words(`${place.zh}：${what.zh}`, `${place.en}: ${what.en}`);
}

type Place = Pick<Violation, 'person' | 'post' | 'date'>;

function placeWords(names: Names, { date, post, person }: Place): Localized {
  const on = dateWords(date);
  const parts = [post === null ? '' : names.post(post), person === null ? '' : names.person(person)];
  return words(`${on.zh}${parts.join('')}`, [on.en, ...parts].filter((part) => part !== '').join(', '));
}

/** What is wrong, without the place. */
export function faultWords(names: Names, { fact, by, person, post }: Omit<Violation, 'date'>): Localized {
  switch (fact.kind) {
    case 'rule':
      return ruleFault(names, fact.id, by);
    case 'need':
      return words(`多安排了${by}人`, `${by} more than needed`);
    case 'one-a-day':
      return words('同一时间已有其他值班', 'another duty at the same time');
    case 'request':
      return requestFault(names, fact.id, { fact, by, person, post });
    default:
      return factWords(names, fact);
  }
}

function requestFault(names: Names, id: string, violation: Omit<Violation, 'date'>): Localized {
  const asked = factWords(names, violation.fact);
  if (names.request(id)?.kind !== 'fixed') return asked;
  return words(`${asked.zh}，但没有安排`, `${asked.en}, but is not`);
}

function ruleFault(names: Names, id: string, by: number): Localized {
  const rule = names.rule(id);
  if (rule === undefined) return words(`违反规则${id}`, `rule ${id} is broken`);
  const sentence = ruleSentence(names, rule);
  const extent = extents[rule.kind](numberText(by));
  return words(`${sentence.zh}，${extent.zh}`, `${sentence.en}; ${extent.en}`);
}

/** How far each kind of rule is broken, in its unit. */
const extents: Readonly<Record<RuleKind, (by: string) => Localized>> = {
  rest: (by) => words(`少休息${by}小时`, `${by} hours missing`),
  'nights-in-row': (by) => words(`超出${by}个`, `${by} too many`),
  'days-in-row': (by) => words(`超出${by}天`, `${by} too many`),
  'per-week': (by) => words(`超出${by}次`, `${by} too many`),
  'per-month': (by) => words(`超出${by}次`, `${by} too many`),
  weekends: (by) => words(`超出${by}个`, `${by} too many`),
  spacing: (by) => words(`少间隔${by}天`, `${by} missing`),
  skill: (by) => words(`还缺${by}名`, `${by} missing`),
  novice: (by) => words(`不符${by}处`, `broken ${by} times`),
  'same-rest-days': (by) => words(`多了${by}人`, `${by} people too many`),
  fair: (by) => words(`相差${by}次`, `off by ${by}`),
  wishes: () => words('未能满足', 'not granted'),
  'own-place': () => words('不是本人网格', 'not the own grid'),
  turns: () => words('没有按名单安排', 'not as the list says'),
};

/** What one occurrence under a soft rule is, with its cost. */
export function chargeWords(names: Names, charge: Charge): Localized {
  const what = chargeFault(names, charge);
  const { date } = charge;
  const who = charge.person === null ? '' : names.person(charge.person);
  const place = date === null ? words(who, who) : placeWords(names, { ...charge, date });
  const cost = numberText(charge.cost);
  return words(`${place.zh}：${what.zh}（偏离值${cost}）`, `${place.en}: ${what.en} (cost ${cost})`);
}

function chargeFault(names: Names, { rule: id, by, post }: Charge): Localized {
  const kind = names.rule(id)?.kind;
  // A wish names no post: the day is left without duty.
  if (kind === 'wishes' && post === null) return words('希望值班，未能安排', 'would like duty, has none');
  if (kind === 'wishes') return words('希望不值班，仍有安排', 'would rather have no duty, has one');
  if (kind === 'turns') return words('按名单应由其值班', 'the list says this person');
  return ruleFault(names, id, by);
}

/** How somebody stands in a rule of fairness: 李某夜班：应值3.2次，实排4次. */
export function fairLineWords(names: Names, { person, counter, target, count }: FairLine): Localized {
  const what = counterWords[counter];
  const who = names.person(person);
  return words(
    `${who}${what.zh}：应值${numberText(target)}次，实排${count}次`,
    `${who}, ${what.en}: due ${numberText(target)}, planned ${count}`,
  );
}

/** A place nobody was found for: 12月5日（周六）夜班缺1人. */
export function holeWords(names: Names, { date, post, missing }: Hole): Localized {
  const on = dateWords(date);
  return words(
    `${on.zh}${names.post(post)}缺${missing}人`,
    `${names.post(post)} on ${on.en}: ${missing} missing`,
  );
}
