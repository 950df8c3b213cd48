import path from 'node:path';
import { confirmByPhone } from '../../../db/exchange/sync/confirm-by-phone.ts';
import { phoneCodeFor } from '../../../db/exchange/sync/answer.ts';
import type { Store } from '../../../db/store/api.ts';
import { ledgerById } from '../../../db/model/registry.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import { driveNamed, stickOf } from '../exchange/drives.ts';
import { startExchange } from '../exchange/exchange-job.ts';
import { answerJob, sendJob, type Sending } from '../exchange/send-job.ts';
import { takeInFiles } from '../exchange/take-in-files.ts';
import { refusalOf } from '../exchange/told.ts';
import { Stopped, type JobEnd } from '../jobs/jobs.ts';
import type { Desk, HandlersOf } from './desk.ts';

type Handlers = HandlersOf<'exchange'>;

/** Packages onto a drive and from it, as jobs. `program`: name and version, for the headers of packages. */
export function createTravelHandlers(
  desk: Desk,
  program: string,
): Pick<Handlers, 'exchange.export' | 'exchange.answer' | 'exchange.takeIn'> {
  const orderFor = orders(desk, program);
  return {
    'exchange.export': async ({ drive, ...choice }, asking) => {
      const order = await orderFor(drive, asking);
      if (order instanceof Refusal) return order;
      const { store, caller } = asking;
      return startExchange(desk, {
        kind: 'package-export',
        sync: store.sync,
        work: async (node, job) => {
          const end = await sendJob(node, { order: { ...order, ...choice }, language: caller.language }, job);
          return used(end, order, store);
        },
      });
    },
    'exchange.answer': async ({ drive, child }, asking) => {
      const order = await orderFor(drive, asking);
      if (order instanceof Refusal) return order;
      const { store, caller } = asking;
      const choice = { peer: child, onlyNew: false, sensitive: false, approvedBy: '' };
      return startExchange(desk, {
        kind: 'answer',
        sync: store.sync,
        work: async (node, job) => {
          const end = await answerJob(
            node,
            { order: { ...order, ...choice }, language: caller.language },
            job,
          );
          return used(end, order, store);
        },
      });
    },
    'exchange.takeIn': async ({ drive, files }, { store, caller }) => {
      const found = await driveNamed(drive);
      if (found instanceof Refusal) return found;
      const order = {
        folder: found.folder,
        files: [...new Set(files)],
        holdFolder: `${store.info.file}-inbox`,
        now: desk.now,
        language: caller.language,
        onApplied: (ledgers: readonly string[]) => {
          for (const ledger of touchedBy(ledgers)) desk.changed(ledger);
        },
      };
      return startExchange(desk, {
        kind: 'take-in',
        sync: store.sync,
        work: (node, job) => takeInFiles({ ...order, node }, job),
      });
    },
  };
}

/** Ledgers a package changes: its own, and cases with their steps where it brought answers to them. */
function touchedBy(carried: readonly string[]): ReadonlySet<string> {
  const own = carried.filter((ledger) => ledgerById.has(ledger));
  const answered = [...ledgerById.values()].flatMap(({ id, workflow }) =>
    workflow?.superior !== undefined && own.includes(workflow.superior.replies) ? [id, workflow.steps] : [],
  );
  return new Set([...own, ...answered]);
}

/** Notes in the register that a stick was written to. */
function used(end: JobEnd, { stick, now }: Order, { sync }: Store): JobEnd {
  const known = sync.sticks.list().find(({ label }) => label === stick);
  const isDone = !(end instanceof Refusal) && !(end instanceof Stopped);
  if (isDone && known !== undefined) sync.sticks.put({ ...known, usedAt: now().toISOString() });
  return end;
}

type Order = Omit<Sending, 'peer' | 'onlyNew' | 'sensitive' | 'approvedBy'>;

function orders(desk: Desk, program: string): (drive: string, asking: Asking) => Promise<Order | Refusal> {
  return async (drive, { store, caller }) => {
    const found = await driveNamed(drive);
    if (found instanceof Refusal) return found;
    const stick = (await stickOf(found, store.sync.sticks)) ?? '';
    const workFolder = path.join(path.dirname(store.info.file), 'packages-in-work');
    return { folder: found.folder, workFolder, stick, now: desk.now, program, by: caller.name };
  };
}

/** What becomes known of a package after it left: lost, or received by what is said over the telephone. */
export function createFateHandlers(
  desk: Desk,
): Pick<Handlers, 'exchange.markLost' | 'exchange.confirmByPhone' | 'exchange.phoneCode'> {
  return {
    'exchange.markLost': ({ digest }, { store }) => {
      const sent = sentPackage(store, digest);
      if (sent === undefined) return new Refusal('not-found', 'package');
      if (sent.state === 'acknowledged') return new Refusal('refused', 'package-acknowledged');
      store.sync.outgoing.setState(digest, 'lost');
      const stick = store.sync.sticks.list().find(({ label }) => label === sent.stick);
      if (stick !== undefined)
        store.sync.sticks.put({ ...stick, state: 'lost', note: desk.now().toISOString() });
      desk.session.publish();
      return {};
    },
    'exchange.confirmByPhone': async ({ digest, code }, { store, caller }) => {
      const confirmed = await confirmByPhone(store.sync, code);
      return confirmed.ok ? { ok: confirmed.digest === digest } : refusalOf(confirmed, caller.language);
    },
    'exchange.phoneCode': async ({ digest }, { store, caller }) => {
      const received = store.sync.incoming.list(null).find((one) => one.digest === digest);
      if (received === undefined) return new Refusal('not-found', 'package');
      const answer = await phoneCodeFor(store.sync, received.peer, digest);
      return answer.ok ? { code: answer.code } : refusalOf(answer, caller.language);
    },
  };
}

/** A package in the register of those written. */
export const sentPackage = ({ sync }: Store, digest: string) =>
  sync.outgoing.list(null).find((one) => one.digest === digest);
