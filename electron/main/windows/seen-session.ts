import { z } from 'zod';
import type { Language } from '../../contract/calls.ts';

const shape = z.object({ practice: z.boolean(), town: z.object({ name: z.string() }).nullable() });
const product = { zh: '智网工作台', en: 'Zhiwang Workbench' };
const practiceMark = { zh: '练习数据', en: 'Practice data' };

/** What the broker knows of the data process's session: just what the title bar and a restart need. */
export interface SeenSession {
  see(session: unknown): void;
  /** Town, and that the data is practice: readable in the task bar too. */
  title(language: Language): string;
  /** Whether practice data is open; what was asked for at the start as long as nothing is known. */
  isPractice(): boolean;
}

/** Follows topic `session`. */
export function followSession(startsWithPractice: boolean): SeenSession {
  let seen: z.infer<typeof shape> = { practice: startsWithPractice, town: null };
  return {
    see(session) {
      const parsed = shape.safeParse(session);
      if (parsed.success) seen = parsed.data;
    },
    title(language) {
      const mark = seen.practice ? practiceMark[language] : undefined;
      return [product[language], seen.town?.name, mark].filter((text) => text !== undefined).join(' · ');
    },
    isPractice: () => seen.practice,
  };
}
