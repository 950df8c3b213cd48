export { now, setClock } from './clock.ts';
export { failureText, isKey } from './failure-text.ts';
export {
  formatBytes,
  formatCount,
  formatDay,
  formatDuration,
  formatInstant,
  formatLongDay,
  groupDigits,
  today,
} from './format.ts';
export { startTexts } from './start-texts.ts';
export { LETTER_PX, textWidth } from './text-width.ts';
export { useText } from './use-text.ts';
export type { Say, TextArgs } from './say.ts';
export type { Texts } from './use-text.ts';
export type { TextKey } from './zh.ts';
export { pinyinInitials } from './pinyin-initials.ts';
