import { type Localized, words } from '../../model/localized.ts';
import type { RosterProblem } from '../problem.ts';
import type { Fact } from '../roster.ts';
import { dateWords, listWords, type Names, rangeWords, weekdayWords } from './names.ts';
import { ruleSentence } from './rule-words.ts';

type FactOf<Kind extends Fact['kind']> = Extract<Fact, { readonly kind: Kind }>;

/** A fact or rule as a sentence that says what is asked: 李某12月5日至7日请假（年休假）. */
export function factWords(names: Names, fact: Fact): Localized {
  return sayings[fact.kind](names, fact);
}

type Saying<Kind extends Fact['kind']> = (names: Names, fact: FactOf<Kind>) => Localized;

/** Each reads only its own kind of fact. */
const sayings: { readonly [Kind in Fact['kind']]: (names: Names, fact: Fact) => Localized } = {
  rule: only('rule', ruleFact),
  leave: only('leave', leaveFact),
  request: only('request', requestFact),
  pair: only('pair', pairFact),
  campaign: only('campaign', campaignFact),
  exempt: only('exempt', exemptFact),
  service: only('service', serviceFact),
  need: only('need', (names, { post, date }) => {
    const on = dateWords(date);
    return words(`${on.zh}${names.post(post)}必须排满`, `${names.post(post)} must be filled on ${on.en}`);
  }),
  'one-a-day': only('one-a-day', (names, { person, date }) => {
    const on = dateWords(date);
    return words(
      `${names.person(person)}${on.zh}只能值一个班`,
      `${names.person(person)} can have one duty at a time on ${on.en}`,
    );
  }),
  standing: only('standing', (names, { post, date, person }) => {
    const on = dateWords(date);
    return words(
      `${on.zh}${names.post(post)}已定为${names.person(person)}，不再变动`,
      `${names.post(post)} on ${on.en} is settled: ${names.person(person)}`,
    );
  }),
  unqualified: only('unqualified', (names, { post, person }) =>
    words(
      `${names.person(person)}不具备${names.post(post)}的任职条件`,
      `${names.person(person)} is not qualified for ${names.post(post)}`,
    ),
  ),
  unknown: only('unknown', (_names, { what, id }) => unknownFact(what, id)),
};

function only<Kind extends Fact['kind']>(kind: Kind, say: Saying<Kind>) {
  return (names: Names, fact: Fact): Localized => {
    if (!isOf(kind, fact)) throw new Error(`words of ${kind} asked for ${fact.kind}`);
    return say(names, fact);
  };
}

function isOf<Kind extends Fact['kind']>(kind: Kind, fact: Fact): fact is FactOf<Kind> {
  return fact.kind === kind;
}

function ruleFact(names: Names, { id, person, date }: FactOf<'rule'>): Localized {
  const rule = names.rule(id);
  const sentence = rule === undefined ? words(`规则${id}`, `rule ${id}`) : ruleSentence(names, rule);
  const who = person === undefined ? '' : names.person(person);
  const on = date === undefined ? words('', '') : dateWords(date);
  if (who === '' && date === undefined) return sentence;
  const about = [who, on.en].filter((part) => part !== '').join(', ');
  return words(`${who}${on.zh}：${sentence.zh}`, `${about}: ${sentence.en}`);
}

function leaveFact(names: Names, { id }: FactOf<'leave'>): Localized {
  const leave = names.leave(id);
  if (leave === undefined) return words(`请假${id}`, `leave ${id}`);
  const range = rangeWords(leave);
  const kind = names.leaveKind(leave.kind);
  const who = names.person(leave.person);
  return words(
    `${who}${range.zh}请假${kind.zh === '' ? '' : `（${kind.zh}）`}`,
    `${who} is on leave ${range.en}${kind.en === '' ? '' : ` (${kind.en})`}`,
  );
}

const requestVerbs: Readonly<Record<RosterProblem['requests'][number]['kind'], Localized>> = {
  fixed: words('固定值班', 'must be on duty'),
  never: words('不安排值班', 'must not be on duty'),
  wish: words('希望值班', 'would like duty'),
  avoid: words('希望不值班', 'would rather have no duty'),
};

function requestFact(names: Names, { id }: FactOf<'request'>): Localized {
  const request = names.request(id);
  if (request === undefined) return words(`约定${id}`, `request ${id}`);
  const range = rangeWords(request);
  const days = weekdayWords(request.weekdays ?? []);
  const posts = listWords((request.posts ?? []).map(names.post));
  const verb = requestVerbs[request.kind];
  const who = names.person(request.person);
  return words(
    `${who}${range.zh}${days.zh}${verb.zh}${posts.zh === '' ? '' : `（${posts.zh}）`}`,
    [who, verb.en, range.en, days.en, posts.en === '' ? '' : `(${posts.en})`].filter(Boolean).join(' '),
  );
}

function pairFact(names: Names, { id }: FactOf<'pair'>): Localized {
  const pair = names.pair(id);
  if (pair === undefined) return words(`搭配${id}`, `pair ${id}`);
  const [a, b] = [names.person(pair.a), names.person(pair.b)];
  switch (pair.kind) {
    case 'apart':
      return words(`${a}与${b}不同日值班`, `${a} and ${b} are never on duty on one day`);
    case 'together':
      return words(`${a}与${b}须同日值班`, `${a} and ${b} are on duty on the same days`);
    case 'mentor':
      return words(`${a}只能与${b}同班（跟班）`, `${a} is on duty only beside ${b}`);
    case 'presence':
      return words(`${a}与${b}不能同时离岗`, `${a} and ${b} are never both away`);
  }
}

function campaignFact(names: Names, { id }: FactOf<'campaign'>): Localized {
  const campaign = names.campaign(id);
  if (campaign === undefined) return words(`专项行动${id}`, `campaign ${id}`);
  const range = rangeWords(campaign);
  const post = names.post(campaign.post);
  const need =
    campaign.need === 'all'
      ? words('全员在岗', 'everybody')
      : words(`需${campaign.need}人`, `${campaign.need} needed`);
  const name = campaign.name === '' ? words('专项行动', 'Campaign') : words(campaign.name, campaign.name);
  return words(`${name.zh}：${range.zh}${post}${need.zh}`, `${name.en}: ${post} ${range.en}, ${need.en}`);
}

function exemptFact(names: Names, { person }: FactOf<'exempt'>): Localized {
  const ranges = listWords((names.personById(person)?.nightExempt ?? []).map(rangeWords));
  const who = names.person(person);
  return words(`${who}${ranges.zh}免值夜班`, `${who} is exempt from nights ${ranges.en}`.trim());
}

function serviceFact(names: Names, { person }: FactOf<'service'>): Localized {
  const { from, to } = names.personById(person) ?? {};
  const who = names.person(person);
  const joined = from === undefined ? null : dateWords(from);
  const left = to === undefined ? null : dateWords(to);
  const zh = [joined && `${joined.zh}起在岗`, left && `${left.zh}后离岗`].filter(Boolean).join('，');
  const en = [joined && `in service from ${joined.en}`, left && `until ${left.en}`].filter(Boolean).join(' ');
  return words(`${who}${zh === '' ? '不在岗' : zh}`, `${who} is ${en === '' ? 'not in service' : en}`);
}

function unknownFact(what: FactOf<'unknown'>['what'], id: string): Localized {
  switch (what) {
    case 'date':
      return words(`${id}不在本次排班日期内`, `${id} is not one of the days`);
    case 'post':
      return words(`没有岗位“${id}”`, `there is no post “${id}”`);
    case 'person':
      return words(`没有人员“${id}”`, `there is nobody “${id}”`);
  }
}
