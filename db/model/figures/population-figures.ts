import { words } from '../localized.ts';
import { dayMarks, defineCount } from './define-rate.ts';

/** Days without a look after which a town asks for one: domain.md §7.3, check-in of people (未更新 >30/60/90 天). */
const STALE_DAYS = [30, 60, 90] as const;

/** People whose record nobody has looked at for long; the number opens the list to go by. */
export const populationFigures = [
  ...STALE_DAYS.map((days) =>
    defineCount({
      id: `stale_${String(days)}`,
      ledger: 'person',
      label: words(`${String(days)}天以上未更新`, `Not updated for ${String(days)} days`),
      definition: words(
        `核实日期在${String(days)}天以前的在册人口`,
        `People last looked up ${String(days)} days ago or earlier`,
      ),
      where: { checked_on: { to: dayMarks.daysAgo(days + 1) } },
      per: null,
    }),
  ),
  defineCount({
    id: 'never_checked',
    ledger: 'person',
    label: words('从未核实', 'Never looked up'),
    definition: words('没有核实日期的在册人口', 'People without a day they were looked up'),
    where: { checked_on: { blank: true } },
    per: null,
  }),
];
