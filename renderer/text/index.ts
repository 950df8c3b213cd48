export { failureText, isKey } from './failure-text.ts';
export {
  formatBytes,
  formatCount,
  formatDay,
  formatDuration,
  formatInstant,
  formatLongDay,
} from './format.ts';
export { ledgerCount } from './ledger-text.ts';
export { startTexts } from './start-texts.ts';
export { useText } from './use-text.ts';
export type { Say, TextArgs, Texts } from './use-text.ts';
export type { TextKey } from './zh.ts';
