import { fairnessTable } from '../../../duty/fairness-table.ts';
import { words } from '../../../model/localized.ts';
import { monthNamed, teamNamed, unitOption } from '../../duty-team.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw roster fairness`: duties done and owed, hours and time off by person: the fairness table and the statistics. */
export const rosterFairnessCommand = storeCommand({
  name: 'roster fairness',
  summary: words(
    '公平台账与统计：每人各类值班次数、应值、结余、工时、调班、调休',
    'Fairness and statistics: duties done, fair share, balance, hours, swaps and time off by person',
  ),
  positionals: [],
  options: {
    ...unitOption,
    from: { type: 'string', value: 'YYYY-MM', required: true, help: words('起始月份', 'First month') },
    to: { type: 'string', value: 'YYYY-MM', required: true, help: words('截止月份', 'Last month') },
  },
  prints:
    '[{id, name, phone, role, done:{workday, restday, holiday, spring, night, total}, share:{…}, balance:{…}, hours, takenOver, handedOver, earned, used, left}]',
  run: (store, input, { language }) => {
    const [from, to] = [monthNamed(input, 'from'), monthNamed(input, 'to')];
    return fairnessTable(store, { team: teamNamed(store, input).id, from, to, language }) ?? [];
  },
});
