import type { Value, Values } from '../field-kind.ts';

/** A share as the code table `vote_share` names it: `gt-1-2` is more than half, `ge-2-3` at least two thirds. */
type Share = string;

/** What a rule asks for: of those entitled, of households, of area, and of the votes. Empty = not asked. */
export interface VoteRule {
  /** Share of those entitled who must be present. */
  readonly attend: Share | null;
  /** Enough instead of `attend`: share of households present (村民会议). */
  readonly households: Share | null;
  /** Asked beside `attend`: share of the area that takes part (业主共同决定). */
  readonly area: Share | null;
  /** Share that must agree, of `base`; where area is asked, of the area taking part too. */
  readonly agree: Share;
  readonly base: 'present' | 'eligible';
}

/** Counts of a vote; `null` = not known. Areas in 0.01 m². */
export interface VoteCount {
  readonly eligible: number | null;
  readonly present: number | null;
  readonly households: number | null;
  readonly householdsPresent: number | null;
  readonly area: number | null;
  readonly areaPresent: number | null;
  readonly agree: number | null;
  readonly areaAgree: number | null;
}

/** `vote_result`: 1 carried, 2 not carried, 3 no quorum, 0 not complete. */
type VoteResult = '1' | '2' | '3' | '0';

/** Whether a vote carried, with the reckoning in the words of minutes. */
export interface VoteOutcome {
  readonly result: VoteResult;
  readonly why: string;
}

/** Names of `vote_share` as sentences use them; 以上 includes the number itself (民法典第一千二百五十九条), 过半数 does not. */
const shareNames: Readonly<Record<string, string>> = {
  'gt-1-2': '过半数',
  'ge-1-2': '二分之一以上',
  'ge-2-3': '三分之二以上',
  'ge-3-4': '四分之三以上',
  'ge-1-1': '全体',
};

/** Whether a part of a whole reaches a share; reckoned in whole numbers, so that two thirds of 3 are 2. */
export function reaches(share: Share, part: number, whole: number): boolean {
  const [, how, numerator, denominator] = /^(ge|gt)-(\d+)-(\d+)$/.exec(share) ?? [];
  if (how === undefined) return true;
  const [has, asked] = [part * Number(denominator), whole * Number(numerator)];
  return how === 'gt' ? has > asked : has >= asked;
}

interface Step {
  /** `null` while a count is missing. */
  readonly holds: boolean | null;
  readonly text: string;
}

/** Says whether a vote carried and why; see `ready-rules.ts` for the laws. */
export function voteOutcome(rule: VoteRule, count: VoteCount): VoteOutcome {
  const quorum = quorumSteps(rule, count);
  const agreement = agreementSteps(rule, count);
  const isQuorate = all(quorum);
  const steps = isQuorate === true ? [...quorum, ...agreement] : quorum;
  const why = steps.map(({ text }) => text).join('；');
  if (isQuorate === null) return { result: '0', why };
  if (!isQuorate) return { result: '3', why };
  const isAgreed = all(agreement);
  return { result: isAgreed === null ? '0' : isAgreed ? '1' : '2', why };
}

function quorumSteps(rule: VoteRule, count: VoteCount): readonly Step[] {
  const people = stepOf({
    share: rule.attend,
    part: count.present,
    whole: count.eligible,
    words: ['应到', '实到', '人'],
  });
  const households = stepOf({
    share: rule.households,
    part: count.householdsPresent,
    whole: count.households,
    words: ['总户数', '到会', '户'],
  });
  const area = stepOf({
    share: rule.area,
    part: count.areaPresent,
    whole: count.area,
    words: ['总面积', '参与', '平方米'],
  });
  const either = rule.households === null ? people : eitherOf(people, households);
  return [either, area].filter((step) => step !== null);
}

function agreementSteps(rule: VoteRule, count: VoteCount): readonly Step[] {
  const ofAll = rule.base === 'eligible';
  const people = stepOf({
    share: rule.agree,
    part: count.agree,
    whole: ofAll ? count.eligible : count.present,
    words: [ofAll ? '应到' : '到会', '同意', '人'],
  });
  const area =
    rule.area === null
      ? null
      : stepOf({
          share: rule.agree,
          part: count.areaAgree,
          whole: ofAll ? count.area : count.areaPresent,
          words: [ofAll ? '总面积' : '参与面积', '同意', '平方米'],
        });
  return [people, area].filter((step) => step !== null);
}

interface Asked {
  readonly share: Share | null;
  readonly part: number | null;
  readonly whole: number | null;
  /** Name of the whole, of the part, and the unit. */
  readonly words: readonly [string, string, string];
}

function stepOf({ share, part, whole, words: [wholeName, partName, unit] }: Asked): Step | null {
  const name = share === null ? undefined : shareNames[share];
  if (share === null || name === undefined) return null;
  if (part === null || whole === null || whole === 0)
    return {
      holds: null,
      text: `${wholeName}、${partName}${unit === '平方米' ? '面积' : `${unit}数`}未填全`,
    };
  const holds = reaches(share, part, whole);
  const shown = (n: number): string => (unit === '平方米' ? (n / 100).toFixed(2) : String(n));
  return {
    holds,
    text: `${wholeName}${shown(whole)}${unit}，${partName}${shown(part)}${unit}，${holds ? '达到' : '未达到'}${name}`,
  };
}

/** Two ways to a quorum; one is enough. */
function eitherOf(one: Step | null, other: Step | null): Step | null {
  if (one === null || other === null) return one ?? other;
  if (one.holds === true) return one;
  if (other.holds === true) return other;
  const holds = one.holds === null || other.holds === null ? null : false;
  return { holds, text: `${one.text}；${other.text}` };
}

const all = (steps: readonly Step[]): boolean | null =>
  steps.some(({ holds }) => holds === false)
    ? false
    : steps.some(({ holds }) => holds === null)
      ? null
      : true;

/** The rule a `consult_vote` record took over; `null` while it has none. */
export function ruleOf(row: Values): VoteRule | null {
  const { agree_share: agree, agree_base: base } = row;
  if (typeof agree !== 'string') return null;
  return {
    attend: textOf(row['attend_share']),
    households: textOf(row['household_share']),
    area: textOf(row['area_share']),
    agree,
    base: base === 'eligible' ? 'eligible' : 'present',
  };
}

/** The counts a `consult_vote` record states. */
export const countOf = (row: Values): VoteCount => ({
  eligible: numberOf(row['eligible']),
  present: numberOf(row['present']),
  households: numberOf(row['households']),
  householdsPresent: numberOf(row['households_present']),
  area: numberOf(row['area']),
  areaPresent: numberOf(row['area_present']),
  agree: numberOf(row['agree']),
  areaAgree: numberOf(row['area_agree']),
});

const textOf = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
