import type { Values } from '../field-kind.ts';

/** Topics by what they led to. `topics` is always the sum of the other three (DESIGN law 10: figures can be opened). */
export interface TopicTally {
  readonly topics: number;
  readonly toVote: number;
  readonly direct: number;
  /** Everything else: decided otherwise, or not yet decided. */
  readonly other: number;
}

/** Counts topics as Dongguan's consultation figures do: 议题 = 提交表决 + 直接实施 + 其他 (867 = 421 + 383 + 63). */
export function tallyTopics(topics: readonly Values[]): TopicTally {
  const count = (code: string): number => topics.filter((topic) => topic['outcome'] === code).length;
  const [toVote, direct] = [count('1'), count('2')];
  return { topics: topics.length, toVote, direct, other: topics.length - toVote - direct };
}
