import { writeNumber } from '../fields/read-number.ts';
import { words, type Language } from '../localized.ts';
import type { Change } from './change.ts';
import type { Indicator } from './indicators.ts';

/** Said where there is nothing to compare with; never a division by nothing. */
const noBase = words('无基数', 'No base');

/** A number as printed: grouped by thousands, a rate in per cent to one place; `null` is a dash. */
export function numberText(
  { kind, digits }: Pick<Indicator, 'kind' | 'digits'>,
  value: number | null,
): string {
  if (value === null) return '—';
  if (kind === 'rate') return `${(value * 100).toFixed(1)}%`;
  const [whole = '', part] = writeNumber(value, digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

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
