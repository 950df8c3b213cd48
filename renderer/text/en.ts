import { caseEn } from './case-en.ts';
import { documentEn } from './document-en.ts';
import { dayEn } from './day-en.ts';
import { deadlinesEn } from './deadlines-en.ts';
import { dutyEn } from './duty-en.ts';
import { exchangeEn } from './exchange-en.ts';
import { failuresEn } from './failures-en.ts';
import { inspectionEn } from './inspection-en.ts';
import { figuresEn } from './figures-en.ts';
import { rewardEn } from './reward-en.ts';
import { formsEn } from './forms-en.ts';
import { looksEn } from './looks-en.ts';
import { moveEn } from './move-en.ts';
import { recordEn } from './record-en.ts';
import { shellEn } from './shell-en.ts';
import type { TextKey } from './zh.ts';

/** All English texts. `<key>_one` may stand beside a key with `{{count}}` for the singular. */
export const en: Readonly<Record<TextKey, string>> & Readonly<Record<`${string}_one`, string>> = {
  ...shellEn,
  ...failuresEn,
  ...recordEn,
  ...moveEn,
  ...caseEn,
  ...exchangeEn,
  ...dutyEn,
  ...dayEn,
  ...deadlinesEn,
  ...documentEn,
  ...inspectionEn,
  ...figuresEn,
  ...rewardEn,
  ...formsEn,
  ...looksEn,
};
