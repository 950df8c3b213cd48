import type { Say } from '../text/index.ts';

/** What is lost when a practice town is made anew; `entries` is `null` when nobody knows. */
export function practiceLoss(entries: number | null, t: Say): string {
  if (entries === null) return t('practice.loss.unknown');
  return entries === 0 ? t('practice.loss.none') : t('practice.loss', { count: entries });
}
