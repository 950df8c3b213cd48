import type { CodeItem } from './codes.ts';
import { pinyinInitials } from '../text/index.ts';

/** One line of a choice list. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Lower-case pinyin initials of the Chinese name. */
  readonly initials: string;
}

/** Lines of a choice list: items valid today, and those in `kept` whatever their dates. */
export function choicesOf(
  items: readonly CodeItem[],
  options: { readonly language: 'zh' | 'en'; readonly today: string; readonly kept: readonly string[] },
): readonly Choice[] {
  return items
    .filter((item) => options.kept.includes(item.code) || isValidOn(item, options.today))
    .map((item) => ({
      value: item.code,
      label: options.language === 'en' ? (item.name_en ?? item.name) : item.name,
      initials: pinyinInitials(item.name),
    }));
}

const isValidOn = (item: CodeItem, day: string): boolean =>
  (item.valid_from === undefined || item.valid_from <= day) &&
  (item.valid_to === undefined || day <= item.valid_to);

/** True when typed text means this choice: part of the name, head of the code, or head of the pinyin initials. */
export function isChoiceMatch(choice: Choice, typed: string): boolean {
  const text = typed.trim().toLowerCase();
  return (
    choice.label.toLowerCase().includes(text) ||
    choice.value.toLowerCase().startsWith(text) ||
    choice.initials.startsWith(text)
  );
}
