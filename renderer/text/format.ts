import dayjs from 'dayjs';
import type { Language } from '../../db/model/localized.ts';
import { chinaDay, chinaMinute } from '../../db/model/office-time.ts';
import { now } from './clock.ts';

/** A count with thousands separated: 1,234,567. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** A number as written, with its thousands separated: 12345.60 → 12,345.60; any other text stays as it is. */
export function groupDigits(text: string): string {
  const [, sign, whole, fraction] = /^(-?)(\d{4,})(\.\d+)?$/.exec(text) ?? [];
  if (whole === undefined) return text;
  return `${sign ?? ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction ?? ''}`;
}

/*
 * The office works in China time, whatever zone the computer was left in: no date of the window is told in another.
 * A text that is no moment is shown as nothing.
 */

/** A day, or the day a UTC instant falls on in China: 2026-11-23. */
export function formatDay(at: string): string {
  return isDay(at) ? at : inChina(at, chinaDay);
}

/** A UTC instant in China time to the minute: 2026-11-23 08:30. */
export function formatInstant(at: string): string {
  return inChina(at, chinaMinute);
}

/** A day (`YYYY-MM-DD`) with its weekday: 2026年11月23日 星期一; Monday, 23 November 2026. */
export function formatLongDay(day: string, language: Language): string {
  if (language === 'zh') return dayjs(day).locale('zh-cn').format('YYYY年M月D日 dddd');
  return dayjs(day).locale('en').format('dddd, D MMMM YYYY');
}

/** Today in China, `YYYY-MM-DD`. */
export const today = (): string => chinaDay(now());

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

function inChina(text: string, show: (at: Date) => string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? '' : show(at);
}

/** Size of a file: 12.3 MB. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const amount = bytes / 1024 ** step;
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[step] ?? ''}`;
}

/** A time span as 8:05 or 1:08:05. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const pad = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}
