import { words } from '../../model/localized.ts';
import { chinaMinute } from '../../model/office-time.ts';
import type { Caller } from '../../store/api.ts';

const phrase = words('打印 {at}　{by}', 'Printed {at} by {by}');

/** When and by whom a document was made. */
export const printedBy = (now: Date, caller: Caller): string =>
  phrase[caller.language].replace('{at}', chinaMinute(now)).replace('{by}', () => caller.name);
