import dayjs from 'dayjs';
import type { Language } from '../../db/model/localized.ts';

/** A count with thousands separated: 1,234,567. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** A day or UTC instant as a local day: 2026-11-23. */
export function formatDay(at: string): string {
  return dayjs(at).format('YYYY-MM-DD');
}

/** A UTC instant in local time to the minute: 2026-11-23 08:30. */
export function formatInstant(at: string): string {
  return dayjs(at).format('YYYY-MM-DD HH:mm');
}

/** A day with its weekday: 2026年11月23日 星期一; Monday, 23 November 2026. */
export function formatLongDay(at: Date, language: Language): string {
  if (language === 'zh') return dayjs(at).locale('zh-cn').format('YYYY年M月D日 dddd');
  return dayjs(at).locale('en').format('dddd, D MMMM YYYY');
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
