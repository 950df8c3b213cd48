import type { CallsAt } from '../../contract/calls.ts';
import { Refusal, type Handlers } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import type { Planner } from '../../../db/planner/index.ts';
import type { OfficeList } from '../session/store-door.ts';
import { createAttachmentHandlers } from './attachment.ts';
import { createBatchHandlers } from './batch.ts';
import { createCodeHandlers } from './code.ts';
import { createConflictHandlers } from './conflict.ts';
import { createDayHandlers } from './day.ts';
import { createDeadlineHandlers } from './deadline.ts';
import type { Desk } from './desk.ts';
import { createDocumentHandlers } from './document.ts';
import { createDutyHandlers } from './duty.ts';
import { createExchangeHandlers } from './exchange.ts';
import { createExportHandlers } from './export.ts';
import { createFigureHandlers } from './figure.ts';
import { createFormHandlers } from './form.ts';
import { createImportHandlers } from './import.ts';
import { createInspectionHandlers } from './inspection.ts';
import { createIntervalHandlers } from './interval.ts';
import { createJobHandlers } from './job.ts';
import { refuseClosedLedger, refuseUnknownNames } from './known-names.ts';
import { createLookHandlers } from './look.ts';
import { createPreferenceHandlers } from './preference.ts';
import { createReadyHandlers } from './ready.ts';
import { createReckoningHandlers } from './reckoning.ts';
import { createRecordHandlers } from './record.ts';
import { createReturnedHandlers } from './returned.ts';
import { createRewardHandlers } from './reward.ts';
import { createSearchHandlers } from './search.ts';
import { createSessionHandlers } from './session.ts';
import { createStoreHandlers } from './store.ts';
import { createTwinHandlers } from './twin.ts';
import { createWorkflowHandlers } from './workflow.ts';

type All = Handlers<'dbhost', Asking>;

/** Every call of the data process, guarded: no store, no answer; unknown names go no further than here. */
export function createHandlers(
  desk: Desk,
  {
    offices,
    program,
    planner,
  }: { readonly offices: OfficeList; readonly program: string; readonly planner: Planner },
): All {
  const handlers: All = {
    ...createSessionHandlers(desk, offices),
    ...createRecordHandlers(desk),
    ...createIntervalHandlers(desk),
    ...createWorkflowHandlers(desk),
    ...createBatchHandlers(desk),
    ...createSearchHandlers(),
    ...createCodeHandlers(),
    ...createPreferenceHandlers(),
    ...createImportHandlers(desk),
    ...createExportHandlers(desk),
    ...createJobHandlers(desk),
    ...createAttachmentHandlers(),
    ...createDocumentHandlers(desk),
    ...createFormHandlers(desk),
    ...createStoreHandlers(desk),
    ...createExchangeHandlers(desk, program),
    ...createConflictHandlers(desk),
    ...createTwinHandlers(desk),
    ...createReturnedHandlers(desk),
    ...createDutyHandlers(desk, planner),
    ...createDayHandlers(desk),
    ...createDeadlineHandlers(desk),
    ...createInspectionHandlers(desk),
    ...createReadyHandlers(desk),
    ...createFigureHandlers(desk),
    ...createRewardHandlers(desk),
    ...createReckoningHandlers(desk),
    ...createLookHandlers(desk),
  };
  const guarded = Object.entries(handlers).map(([name, handler]) => [name, guard(desk, name, handler)]);
  // Same names, same inputs, same answers: `guard` only refuses earlier.
  return Object.fromEntries(guarded) as All;
}

/** Nouns whose calls work without an open file. */
const withoutStore = ['session', 'job'];

function guard(
  desk: Desk,
  name: string,
  handler: All[CallsAt<'dbhost'>],
): (input: object, asking: Asking) => unknown {
  const needsStore = !withoutStore.includes(name.split('.')[0] ?? '');
  return (input, asking) => {
    if (needsStore && desk.session.store === null) return desk.session.whyClosed();
    const refusal = refuseUnknownNames(input);
    if (refusal instanceof Refusal) return refusal;
    const closed = refuseClosedLedger(input, asking.caller);
    if (closed instanceof Refusal) return closed;
    // The input has passed this handler's own schema in `serve`.
    return (handler as (input: object, asking: Asking) => unknown)(input, asking);
  };
}
