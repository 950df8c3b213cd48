import { dutyNow } from '../../../duty/duty-now.ts';
import { words } from '../../../model/localized.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw roster now`: who is on duty at this moment. */
export const rosterNowCommand = storeCommand({
  name: 'roster now',
  summary: words('现在谁在值班，下一班是谁', 'Who is on duty at this moment, and who comes next'),
  positionals: [],
  options: {},
  prints:
    '[{team, name, phone, month, onDuty:[{date, post, place, person, name, phone, until}], next:{at, people:[{post, name, phone}]}}]',
  run: (store, _input, { language, now }) => dutyNow(store, now(), language),
});
