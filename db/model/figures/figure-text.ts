import { writeNumber } from '../fields/read-number.ts';
import { words, type Language } from '../localized.ts';
import type { Change } from './change.ts';
import type { Indicator } from './indicators.ts';

/** Said where there is nothing to compare with; never a division by nothing. */
const noBase = words('无基数', 'No base');

/** Decimal places of rates in per cent, and of ratios. */
export const RATE_PLACES = 1;

/** A number as printed: grouped by thousands, a rate in per cent and a ratio to one place; `null` is a dash. */
export function numberText(
  { kind, digits, isWhole = false }: Pick<Indicator, 'kind' | 'digits'> & { readonly isWhole?: boolean },
  value: number | null,
): string {
  if (value === null) return '—';
  if (kind === 'rate') return `${(value * 100).toFixed(RATE_PLACES)}%`;
  if (kind === 'ratio') return grouped(value.toFixed(RATE_PLACES));
  return grouped(isWhole ? String(Math.round(value / 10 ** digits)) : writeNumber(value, digits));
}

function grouped(written: string): string {
  const [whole = '', part] = written.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? thousands : `${thousands}.${part}`;
}

/** What a rate was made of: how many of what. */
export interface CountedPart {
  readonly label: string;
  readonly unit: string;
  readonly count: number;
}

/** Counts a rate is the share of; several where it is over several ledgers. */
export interface RateParts<P extends CountedPart = CountedPart> {
  readonly numerator: readonly P[];
  readonly denominator: readonly P[];
}

/** 95.2%＝已结案 120 宗÷已受理 126 宗; sums of several counts stand in brackets. @param number as printed, with its unit */
export function formulaText(number: string, parts: RateParts, language: Language): string {
  const signs = language === 'zh' ? chineseSigns : englishSigns;
  const side = (counts: readonly CountedPart[]): string => {
    const all = counts.map(countText).join(signs.plus);
    return counts.length > 1 ? signs.open + all + signs.close : all;
  };
  return number + signs.is + side(parts.numerator) + signs.by + side(parts.denominator);
}

/** 1,204 宗; a rate carries its sign already, a dash has none. */
export const withUnit = (
  { kind, unit }: { readonly kind: Indicator['kind']; readonly unit: string },
  { value, text }: { readonly value: number | null; readonly text: string },
): string => (kind === 'rate' || value === null ? text : `${text} ${unit}`);

const chineseSigns = { is: '＝', by: '÷', plus: '＋', open: '（', close: '）' } as const;
const englishSigns = { is: ' = ', by: ' ÷ ', plus: ' + ', open: '(', close: ')' } as const;

/** 已结案 120 宗. */
export const countText = ({ label, count, unit }: CountedPart): string =>
  `${label} ${numberText({ kind: 'count', digits: 0 }, count)} ${unit}`;

/** +12.3%, −0.4个百分点, 无基数. */
export function changeText(change: Change, language: Language): string {
  if (change.kind === 'no-base') return noBase[language];
  if (change.kind === 'ratio') return `${signed(change.ratio * 100)}%`;
  return `${signed(change.points * 100)}${language === 'zh' ? '个百分点' : ' points'}`;
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  if (Number(text) === 0) return '0.0';
  return value > 0 ? `+${text}` : `−${text}`;
}
