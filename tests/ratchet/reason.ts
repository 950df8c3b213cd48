import { z } from 'zod';

/** Fewer different words say no reason; Chinese is split into its words. */
const FEWEST_WORDS = 5;
/** Different letters of the shortest Chinese reason; words of one repeated letter have fewer. */
const FEWEST_LETTERS = 8;

/** Why something got worse or is measured no more, for whoever asks in a year. */
export const reason = z.string().refine(saysSomething, 'the reason says nothing');

/** A day of the calendar as `2026-12-02`, not in the future. */
export const day = z.iso.date().refine((date) => date <= latestToday(), 'the day has not come yet');

function saysSomething(text: string): boolean {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text.toLowerCase())]
    .map(({ segment }) => segment)
    .filter((word) => /\p{Script=Han}|\p{L}{2}/u.test(word));
  const letters = text.toLowerCase().match(/\p{L}/gu);
  return new Set(words).size >= FEWEST_WORDS && new Set(letters).size >= FEWEST_LETTERS;
}

/** Hours by which the earliest time zone is ahead of UTC. */
const EARLIEST_ZONE_H = 14;

/** The day of today where it begins first. */
const latestToday = (): string =>
  new Date(Date.now() + EARLIEST_ZONE_H * 3_600_000).toISOString().slice(0, 10);
