import { caseZh } from './case-zh.ts';
import { documentZh } from './document-zh.ts';
import { dayZh } from './day-zh.ts';
import { deadlinesZh } from './deadlines-zh.ts';
import { dutyZh } from './duty-zh.ts';
import { exchangeZh } from './exchange-zh.ts';
import { failuresZh } from './failures-zh.ts';
import { inspectionZh } from './inspection-zh.ts';
import { figuresZh } from './figures-zh.ts';
import { rewardZh } from './reward-zh.ts';
import { formsZh } from './forms-zh.ts';
import { looksZh } from './looks-zh.ts';
import { moveZh } from './move-zh.ts';
import { recordZh } from './record-zh.ts';
import { shellZh } from './shell-zh.ts';

/** All Chinese texts; their keys are the keys of every language. */
export const zh = {
  ...shellZh,
  ...failuresZh,
  ...recordZh,
  ...moveZh,
  ...caseZh,
  ...exchangeZh,
  ...dutyZh,
  ...dayZh,
  ...deadlinesZh,
  ...documentZh,
  ...inspectionZh,
  ...figuresZh,
  ...rewardZh,
  ...formsZh,
  ...looksZh,
} as const;

/** Key of a text of the window. */
export type TextKey = keyof typeof zh;
