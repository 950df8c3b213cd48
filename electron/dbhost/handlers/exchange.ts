import { handoverDocument } from '../../../db/exchange/document/handover-document.ts';
import { officeOf } from '../../../db/exchange/sync/office.ts';
import { chinaCalendar } from '../../../db/model/calendar/china.ts';
import { Refusal } from '../../contract/serve.ts';
import { driveNamed } from '../exchange/drives.ts';
import { filesOn, listedFile, lookAtFile, stateOf } from '../exchange/found-files.ts';
import { namesByNode } from '../exchange/office-peers.ts';
import { overview } from '../exchange/overview.ts';
import { preview } from '../exchange/preview.ts';
import { receivedRows, sentRows } from '../exchange/registers.ts';
import { problemOf } from '../exchange/told.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { createKeyHandlers, createStickHandlers } from './exchange-keys.ts';
import { createFateHandlers, createTravelHandlers, sentPackage } from './exchange-travel.ts';

type Handlers = HandlersOf<'exchange'>;

/** Packages, receipts, keys, sticks. `program`: name and version, for the headers of packages. */
export function createExchangeHandlers(desk: Desk, program: string): Handlers {
  return {
    ...looking(desk),
    ...createTravelHandlers(desk, program),
    ...createFateHandlers(desk),
    ...createKeyHandlers(desk),
    ...createStickHandlers(desk),
  };
}

function looking(
  desk: Desk,
): Pick<
  Handlers,
  | 'exchange.overview'
  | 'exchange.preview'
  | 'exchange.sent'
  | 'exchange.received'
  | 'exchange.scan'
  | 'exchange.slip'
> {
  const calendar = chinaCalendar();
  const { now } = desk;
  return {
    'exchange.overview': (_input, { store, caller }) => overview(store, { calendar, now: now() }, caller),
    'exchange.preview': ({ peer, onlyNew }, asking) => preview(asking, { peer, onlyNew }),
    'exchange.sent': (_input, { store }) => sentRows(store.sync, { calendar, now: now() }),
    'exchange.received': (_input, { store }) => receivedRows(store.sync),
    'exchange.scan': async ({ drive: id }, { store, caller }) => {
      const drive = await driveNamed(id);
      if (drive instanceof Refusal) return drive;
      const rows = [];
      for (const file of await filesOn(drive.folder)) {
        const found = await lookAtFile(drive.folder, file);
        const problem = found.kind === 'unreadable' ? problemOf(found.refusal, caller.language) : null;
        rows.push({ ...listedFile(found), state: await stateOf(store.sync, found), problem });
      }
      return rows;
    },
    'exchange.slip': async ({ digest }, { store, caller }) => {
      const sent = sentPackage(store, digest);
      if (sent === undefined) return new Refusal('not-found', 'package');
      const office = await officeOf(store.sync);
      const names = await namesByNode(store.sync);
      const { title, html } = handoverDocument({
        sent,
        sender: office?.identity.name ?? store.info.town.name,
        receiver: names.get(sent.peer) ?? sent.peer,
        caller,
        now: now(),
      });
      return { title, html };
    },
  };
}
