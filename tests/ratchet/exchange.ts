import { mkdirSync } from 'node:fs';
import { z } from 'zod';
import { benchFile } from '../../db/cli/bench/bench-town.ts';
import {
  openReceiving,
  openSending,
  prepareSending,
  type SendingPlaces,
  stickFolder,
} from '../../db/cli/bench/packages/sending-town.ts';
import { type MovedClock, movedClock } from '../../db/cli/bench/packages/town-edits.ts';
import { sendPackage } from '../../db/exchange/sync/send.ts';
import { type TakeInResult, takeIn } from '../../db/exchange/sync/take-in.ts';
import type { Selection, Sent } from '../../db/model/sync/sync-node.ts';
import type { Store } from '../../db/store/api.ts';
import type { Connection } from '../../db/store/open/connection.ts';
import { now } from './fixed-world.ts';
import { townFolder, townSizes } from './towns.ts';

/** A copy of the small town that sends to a new city on SQLite. */
export interface SendingTown {
  readonly places: SendingPlaces;
  readonly store: Store;
  readonly connection: Connection;
  /** The town's clock; edits move it. */
  readonly clock: MovedClock;
}

/** Makes both in the folder and opens the town. */
export async function openSendingTown(folder: string): Promise<SendingTown> {
  const places = { folder, people: townSizes.small };
  const clock = movedClock(now().getTime());
  await prepareSending(places, { town: benchFile(townFolder(), townSizes.small), now: () => clock.now() });
  return { places, clock, ...openSending(places, () => clock.now()) };
}

/** What the next package to the city carries. */
export function nextSelection({ store }: SendingTown): Selection {
  const { position } = store.sync.outgoing.position();
  const peer = parentOf(store);
  const after = store.sync.outgoing.acknowledged(peer)?.position ?? 0;
  return { after, upTo: position, except: peer, sensitive: false, scope: null };
}

/** Writes the next package onto the stick. */
export async function send({ store, places, clock }: SendingTown): Promise<Sent> {
  const folder = stickFolder(places);
  mkdirSync(folder, { recursive: true });
  const result = await sendPackage(store.sync, {
    peer: null,
    onlyNew: false,
    sensitive: false,
    by: '李梅',
    approvedBy: '王强',
    stick: '',
    folder,
    workFolder: folder,
    now: () => clock.now(),
    program: 'ratchet',
  });
  if (!result.ok) throw new Error(`not sent: ${result.code}`);
  return result.sent;
}

/** Notes that the city has what was sent. */
export function acknowledge({ store }: SendingTown, { series, to, tip, peer }: Sent): void {
  store.sync.outgoing.setAcknowledged(peer, { series, number: to, tip });
}

/** A city refuses days that are still to come, and the edits of the town went ahead of the clock. */
const AHEAD_MS = 60 * 86_400_000;

/** Takes a package into the city. @throws when it was refused or a row of it came back */
export async function takeInto(city: Store, { places }: SendingTown, { file }: Sent): Promise<TakeInResult> {
  const result = await takeIn(city.sync, { file, holdFolder: stickFolder(places), now: cityNow });
  if (!result.ok || result.status === 'receipt') throw new Error(`not taken in: ${JSON.stringify(result)}`);
  return result;
}

/** Opens the city. */
export const openCity = ({ places }: SendingTown): Store => openReceiving(places, cityNow);

const cityNow = (): Date => new Date(now().getTime() + AHEAD_MS);

function parentOf(store: Store): string {
  const shape = z.object({ id: z.string() });
  return shape.parse(JSON.parse(store.sync.documents.get('node', 'parent') ?? '{}')).id;
}
