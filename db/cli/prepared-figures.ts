import { reportFigures, type Figures } from '../exchange/forms/data/report-figures.ts';
import type { Store } from '../store/api.ts';
import type { StoreContext } from './command.ts';
import { drained } from './drained.ts';

/** Makes what figures are counted from where an update of the program left it behind, telling how far it is. */
export function prepareFigures(store: Store, context: StoreContext, ledgers?: readonly string[]): void {
  drained(store.prepareFiguresSteps(ledgers), context);
}

/** Figures of the monthly report for forms, prepared when the first is asked for. */
export function preparedReport(store: Store, context: StoreContext): Figures {
  const report = reportFigures({ store, caller: context.caller, now: context.now() });
  let isPrepared = false;
  return (name) => {
    if (!isPrepared) prepareFigures(store, context);
    isPrepared = true;
    return report(name);
  };
}
