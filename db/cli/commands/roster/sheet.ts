import { dutySheet } from '../../../duty/duty-sheet-of.ts';
import { Refused } from '../../../duty/refusal.ts';
import { words } from '../../../model/localized.ts';
import { refusalOf, teamNamed, unitOption } from '../../duty-team.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw roster sheet`: the roster of some days as it is printed. */
export const rosterSheetCommand = storeCommand({
  name: 'roster sheet',
  summary: words(
    '一段日期的值班表，内容与打印的相同',
    'The roster of some days with names and telephones, as it is printed',
  ),
  positionals: [],
  options: {
    ...unitOption,
    from: { type: 'string', value: 'DAY', required: true, help: words('第一天', 'First day') },
    to: { type: 'string', value: 'DAY', required: true, help: words('最后一天', 'Last day') },
  },
  prints: '{title, unit, team, kind, from, to, phone, fax, notes, state, days, posts, people, duties, …}',
  run: (store, input, { language }) => {
    const range = { from: String(input.options['from']), to: String(input.options['to']), language };
    const sheet = dutySheet(store, { team: teamNamed(store, input).id, ...range });
    if (sheet === null) throw refusalOf(new Refused('team'));
    return sheet;
  },
});
