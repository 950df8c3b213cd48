import { type Localized, words } from '../../model/localized.ts';
import { dayAfter } from '../../model/calendar/day-arithmetic.ts';
import type { Assignment } from '../problem.ts';
import type { Fact, RelaxationStep } from '../roster.ts';
import { factWords } from './fact-words.ts';
import { dateWords, listWords, type Names, rangeWords } from './names.ts';
import { ruleSentence } from './rule-words.ts';

/** One line of a conflict: needs of one post are told together. */
export interface CoreLine {
  readonly facts: readonly Fact[];
  readonly text: Localized;
}

/** A conflict line by line: what must be filled first, then what is in the way. */
export function coreLines(names: Names, core: readonly Fact[]): readonly CoreLine[] {
  const needs = core.flatMap((fact) => (fact.kind === 'need' ? [fact] : []));
  const others = core.filter(({ kind }) => kind !== 'need');
  return [
    ...[...Map.groupBy(needs, ({ post }) => post)].map(([post, facts]) => ({
      facts,
      text: needsWords(
        names,
        post,
        facts.map(({ date }) => date),
      ),
    })),
    ...others.map((fact) => ({ facts: [fact], text: factWords(names, fact) })),
  ];
}

/** 12月1日至5日、8日夜班必须排满. */
function needsWords(names: Names, post: string, dates: readonly string[]): Localized {
  const [only] = dates;
  if (dates.length === 1 && only !== undefined) return factWords(names, { kind: 'need', post, date: only });
  const ranges: { from: string; to: string }[] = [];
  for (const date of dates.toSorted()) {
    const last = ranges.at(-1);
    if (last !== undefined && dayAfter(last.to, 1) === date) last.to = date;
    else ranges.push({ from: date, to: date });
  }
  const when = listWords(ranges.map(rangeWords));
  return words(
    `${when.zh}${names.post(post)}必须排满（${dates.length}天）`,
    `${names.post(post)} must be filled on ${when.en} (${dates.length} days)`,
  );
}

/** A way out as the text of its button: 取消李某12月5日（周六）的请假. */
export function relaxationWords(names: Names, step: RelaxationStep): Localized {
  switch (step.kind) {
    case 'need':
      return needStep(names, step);
    case 'leave':
    case 'request':
      return dayStep(names, step);
    case 'once':
    case 'pair-once':
      return onceStep(names, step);
    case 'unlock': {
      const on = dateWords(step.date);
      const [post, person] = [names.post(step.post), names.person(step.person)];
      return words(`解除${on.zh}${post}${person}的锁定`, `Unlock ${person} on ${post}, ${on.en}`);
    }
    case 'soften': {
      const sentence = ruleOf(names, step.rule);
      return words(`将“${sentence.zh}”改为尽量遵守`, `“${sentence.en}”: only where possible`);
    }
  }
}

type StepOf<Kind extends RelaxationStep['kind']> = Extract<RelaxationStep, { readonly kind: Kind }>;

function needStep(names: Names, { post, date, need }: StepOf<'need'>): Localized {
  const on = dateWords(date);
  return need === 0
    ? words(`${on.zh}${names.post(post)}不安排人`, `Nobody on ${names.post(post)} on ${on.en}`)
    : words(
        `${on.zh}${names.post(post)}少安排1人（减为${need}人）`,
        `One person less on ${names.post(post)} on ${on.en} (${need})`,
      );
}

function dayStep(names: Names, { kind, id, date }: StepOf<'leave' | 'request'>): Localized {
  const on = dateWords(date);
  const record = kind === 'leave' ? names.leave(id) : names.request(id);
  const who = record === undefined ? id : names.person(record.person);
  if (kind === 'leave') return words(`取消${who}${on.zh}的请假`, `No leave for ${who} on ${on.en}`);
  return names.request(id)?.kind === 'never'
    ? words(`允许安排${who}${on.zh}值班`, `Allow ${who} duty on ${on.en}`)
    : words(`取消${who}${on.zh}的固定值班`, `${who} need not be on duty on ${on.en}`);
}

function onceStep(names: Names, step: StepOf<'once' | 'pair-once'>): Localized {
  const what =
    step.kind === 'once' ? ruleOf(names, step.rule) : factWords(names, { kind: 'pair', id: step.pair });
  const duties = listWords(step.duties.map((duty) => dutyWords(names, duty)));
  return words(`“${what.zh}”放宽一次：${duties.zh}`, `“${what.en}” gives way once: ${duties.en}`);
}

function ruleOf(names: Names, id: string): Localized {
  const rule = names.rule(id);
  return rule === undefined ? words(id, id) : ruleSentence(names, rule);
}

function dutyWords(names: Names, { date, post, person }: Assignment): Localized {
  const on = dateWords(date);
  return words(
    `${names.person(person)}${on.zh}值${names.post(post)}`,
    `${names.person(person)} on ${names.post(post)}, ${on.en}`,
  );
}
