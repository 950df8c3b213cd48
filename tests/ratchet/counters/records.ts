import type { BenchTown } from '../../../db/cli/bench/bench-town.ts';
import type { Measured } from '../figure.ts';
import type { CounterGroup } from '../group.ts';
import { withTown } from '../towns.ts';
import { askedBy, askedFigures } from './asked.ts';
import type { CountingDriver } from './counting-driver.ts';
import { forgetPages } from './page-reads.ts';

/** Records opened of each ledger, spread over it. */
const RECORDS = 10;

/** What opening the page of a record asks of the file, and checking a form while somebody types. */
export const recordCounters: CounterGroup = {
  name: 'record',
  kind: 'counter',
  measure: ({ folder, driver }) => withTown('large', folder, (town) => recordFigures(town, driver)),
};

function recordFigures(town: BenchTown, driver: CountingDriver): readonly Measured[] {
  const { store, caller } = town;
  const ledgers = ['person', 'issue', 'room', 'unit'] as const;
  const idsByLedger = new Map(ledgers.map((ledger) => [ledger, spread(town, ledger)]));
  forgetPages(driver.connection());
  const opened = ledgers.flatMap((ledger) => {
    const ids = idsByLedger.get(ledger) ?? [];
    const asked = askedBy(driver, () => ids.map((id) => open(town, ledger, id)));
    return askedFigures(`record.${ledger}`, asked, {
      of: `${String(ids.length)} pages opened`,
      means: `Opening a page of the ledger ${ledger} asks more of the file.`,
    });
  });
  const people = idsByLedger.get('person') ?? [];
  const forms = people.map((id) => ({ id, values: store.get('person', id, caller)?.values ?? {} }));
  const checked = askedBy(driver, () =>
    forms.map(({ id, values }) => store.check('person', id, values, caller)),
  );
  return [
    ...opened,
    ...askedFigures('record.check', checked, {
      of: `${String(people.length)} forms checked`,
      means: 'The check while a form is filled in asks more of the file.',
    }),
  ];
}

/** What the window asks for the page of a record. */
function open({ store, caller }: BenchTown, ledger: string, id: string): void {
  if (store.get(ledger, id, caller) === null) throw new Error(`${ledger} ${id} is gone`);
  store.related(ledger, id, caller);
  store.history(ledger, id, caller);
  if (ledger === 'person') store.openIntervals('residence', id, caller);
  if (ledger === 'issue') store.caseState(ledger, id, caller);
}

function spread({ store, caller }: BenchTown, ledger: string): readonly string[] {
  const { total } = store.total(ledger, {});
  const ids = Array.from({ length: RECORDS }, (_, i) => {
    const offset = Math.floor((total * i) / RECORDS);
    return store.page({ ledger, where: {}, offset, limit: 1, fields: [] }, caller).rows[0]?.id ?? '';
  });
  return [...new Set(ids)];
}
