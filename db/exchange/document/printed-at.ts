import { words } from '../../model/localized.ts';
import type { Caller } from '../../store/api.ts';

const phrase = words('打印 {at}　{by}', 'Printed {at} by {by}');

/** When and by whom a document was made. */
export const printedBy = (now: Date, caller: Caller): string =>
  phrase[caller.language].replace('{at}', printTime(now)).replace('{by}', () => caller.name);

/** `2026-11-23 08:30` in China time. */
export const printTime = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
