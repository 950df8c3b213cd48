import { type Localized, words } from '../../model/localized.ts';
import type { Candidate, Explanation, Standing } from '../explain/why.ts';
import { factWords } from './fact-words.ts';
import { counterWords, dateWords, listWords, type Names, numberText } from './names.ts';
import { ruleSentence } from './rule-words.ts';
import { faultWords } from './violation-words.ts';

/** Why this person has the duty, in a few sentences, the deciding one first. */
export function reasonWords(names: Names, explanation: Explanation): readonly Localized[] {
  const { seat, settled, turn, standings, others } = explanation;
  if (seat.person === null) return [emptySeat(names, explanation)];
  const person = seat.person;
  return [
    ...settled.map((fact) => factWords(names, fact)),
    ...(turn === null ? [] : [turnWords(names, explanation, person)]),
    ...standings.map((standing) => standingWords(names, person, standing)),
    choiceWords(names, person, others),
  ];
}

function turnWords(names: Names, { seat }: Explanation, person: string): Localized {
  const on = dateWords(seat.date);
  return words(
    `按名单，${on.zh}${names.post(seat.post)}轮到${names.person(person)}`,
    `By the list, ${names.post(seat.post)} on ${on.en} is the turn of ${names.person(person)}`,
  );
}

/** 此前李某夜班已值1次、应值3.2次，在可安排的5人中欠值第1多. */
function standingWords(names: Names, person: string, standing: Standing): Localized {
  const what = counterWords[standing.counter];
  const target = numberText(standing.target);
  const who = names.person(person);
  return words(
    `${what.zh}：${who}本期应值${target}次，此前已值${standing.done}次，在可安排的${standing.among}人中欠值排第${standing.rank}`,
    `${what.en}: ${who} is due ${target}, had done ${standing.done}; number ${standing.rank} of the ${standing.among} who could, by what is owed`,
  );
}

function choiceWords(names: Names, person: string, others: readonly Candidate[]): Localized {
  const could = others.filter(({ excluded }) => excluded.length === 0);
  const out = others.length - could.length;
  const [next] = could;
  const who = names.person(person);
  if (next === undefined) {
    return words(
      `其他${out}名符合条件的人员当天都不能安排，只有${who}可以`,
      `None of the other ${out} qualified people can; only ${who}`,
    );
  }
  const cost = numberText(Math.abs(next.cost ?? 0));
  const other = names.person(next.person);
  const zh = next.changed > 0 ? '要多改动原表' : comparedZh(next.cost ?? 0, cost);
  const en = next.changed > 0 ? 'would change more of the standing roster' : comparedEn(next.cost ?? 0, cost);
  return words(
    `另有${could.length}人可以、${out}人不能安排；其中最合适的${other}${zh}`,
    `${could.length} others could, ${out} cannot; the best of them, ${other}, ${en}`,
  );
}

function comparedZh(cost: number, text: string): string {
  if (cost > 0) return `会使总偏离值增加${text}`;
  return cost < 0 ? `会使总偏离值减少${text}` : '偏离值相同';
}

function comparedEn(cost: number, text: string): string {
  if (cost > 0) return `would cost ${text} more`;
  return cost < 0 ? `would cost ${text} less` : 'would cost the same';
}

function emptySeat(names: Names, { seat, others }: Explanation): Localized {
  const on = dateWords(seat.date);
  const could = others
    .filter(({ excluded }) => excluded.length === 0)
    .map(({ person }) => names.person(person));
  const post = names.post(seat.post);
  if (could.length === 0) {
    return words(
      `${on.zh}${post}：符合条件的${others.length}人都不能安排`,
      `${post} on ${on.en}: none of the ${others.length} qualified people can`,
    );
  }
  const list = listWords(could);
  return words(`${on.zh}${post}可以安排：${list.zh}`, `${post} on ${on.en} could be given to ${list.en}`);
}

/** Why not this candidate: what excludes the person, or what it would cost more by which rule. */
export function candidateWords(names: Names, candidate: Candidate): readonly Localized[] {
  if (candidate.excluded.length > 0) return excludedWords(names, candidate);
  const changed = candidate.changed > 0 ? [words('要多改动原表', 'Changes more of the standing roster')] : [];
  if (candidate.costs.length === 0)
    return [...changed, words('可以安排，偏离值相同', 'Could, at the same cost')];
  return [...changed, ...candidate.costs.map((part) => partWords(names, part))];
}

function excludedWords(names: Names, { onDuty, excluded }: Candidate): readonly Localized[] {
  const isBusy = onDuty !== null && excluded.some(({ fact }) => fact.kind === 'one-a-day');
  // Whoever has another duty that day breaks other rules as well; the duty is the reason.
  if (isBusy) return [words(`当天已安排${names.post(onDuty)}`, `Already on ${names.post(onDuty)} that day`)];
  const seen = new Map(excluded.map((violation) => [JSON.stringify(violation.fact), violation]));
  return [...seen.values()].map((violation) => faultWords(names, violation));
}

function partWords(names: Names, { rule: id, cost }: { rule: string; cost: number }): Localized {
  const rule = names.rule(id);
  const sentence = rule === undefined ? words(id, id) : ruleSentence(names, rule);
  const text = numberText(Math.abs(cost));
  return cost > 0
    ? words(`“${sentence.zh}”偏离值增加${text}`, `“${sentence.en}” costs ${text} more`)
    : words(`“${sentence.zh}”偏离值减少${text}`, `“${sentence.en}” costs ${text} less`);
}
