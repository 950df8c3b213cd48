import { copyFileSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import {
  acceptFile,
  cardFile,
  installFile,
  requestFile,
  setUpOffice,
  type KeyFile,
} from '../../../exchange/sync/enrol.ts';
import { city } from '../../../practice/index.ts';
import type { Store } from '../../../store/api.ts';
import { createStore, openStore, practicePassphrase } from '../../../store/index.ts';
import { openRaw } from '../../../store/open/cipher-client.ts';
import { Connection } from '../../../store/open/connection.ts';
import { readKeyslots, unlock } from '../../../store/open/keyslots.ts';
import { placesOf } from '../../../store/open/places.ts';
import type { RawDatabase } from '../../../store/open/raw-database.ts';
import { sessionSteps } from '../../../store/open/session.ts';
import { finished } from '../../../store/steps.ts';
import { storeSteps } from '../../../store/store.ts';
import { opened } from '../../with-store.ts';

/** A public passphrase needs no slow key derivation. */
const LOW_COST = 1024;

/** Files of one size of town: a copy that sends, a city on SQLite that takes in, packages. */
export interface SendingPlaces {
  readonly folder: string;
  readonly people: number;
}

/** The copied town. */
const townFile = ({ folder, people }: SendingPlaces): string =>
  path.resolve(folder, `sending-${String(people)}.db`);

/** The city the packages are for. */
const cityFile = ({ folder, people }: SendingPlaces): string =>
  path.resolve(folder, `receiving-${String(people)}.db`);

/** Stands for the stick. */
export const stickFolder = ({ folder, people }: SendingPlaces): string =>
  path.resolve(folder, `stick-${String(people)}`);

/**
 * Opens the copy with its practice mark lifted, in the memory of this process only: the file says practice as before, and
 * whatever else opens it refuses to send. Practice files are the only ones that open by the public passphrase.
 */
export function openSending(
  places: SendingPlaces,
  now: () => Date,
): { store: Store; connection: Connection } {
  const file = placesOf(townFile(places));
  const slots = readKeyslots(file.keys);
  const keys = slots === null ? null : unlock(slots, practicePassphrase);
  if (slots?.practice !== true || keys === null) throw new Error(`${file.file} is no practice file`);
  const connection = new Connection(openRaw({ filename: file.file, key: keys.database, mustExist: true }));
  const options = { file: file.file, passphrase: practicePassphrase, now };
  const facts = { options, places: file, keys, notices: [], earlier: new Map<string, number>() };
  const session = finished(sessionSteps(connection, facts));
  const store = finished(storeSteps({ ...session, info: { ...session.info, practice: false } }));
  return { store, connection };
}

/** The same file through a bare connection, as a script would open it. */
export function openBare(places: SendingPlaces): RawDatabase {
  const file = placesOf(townFile(places));
  const slots = readKeyslots(file.keys);
  const keys = slots === null ? null : unlock(slots, practicePassphrase);
  if (keys === null) throw new Error(`${file.file} is no practice file`);
  return openRaw({ filename: file.file, key: keys.database, mustExist: true });
}

/** Opens the city, making it first. Its passphrase is public: it holds invented people only. */
export function openReceiving(places: SendingPlaces, now: () => Date): Store {
  const options = { file: cityFile(places), passphrase: practicePassphrase, now };
  if (existsSync(options.file)) return opened(openStore(options));
  return opened(createStore({ ...options, town: city, practice: false, kdfCost: LOW_COST }));
}

/** Copies a town while it is open and written by nobody, and enrols the copy with a new city. */
export async function prepareSending(
  places: SendingPlaces,
  { town, now }: { readonly town: string; readonly now: () => Date },
): Promise<void> {
  removeSending(places);
  const copy = placesOf(townFile(places));
  const original = placesOf(town);
  copyFileSync(original.file, copy.file);
  copyFileSync(original.keys, copy.keys);
  // An older copy is brought up to this program's tables, as it would be in use.
  opened(openStore({ file: copy.file, passphrase: practicePassphrase, now })).close();
  const { store } = openSending(places, now);
  const above = openReceiving(places, now);
  try {
    await setUpOffice(above.sync, now());
    const card = await cardFile(above.sync, now());
    const request = succeeded<KeyFile>(await requestFile(store.sync, card.text, now()));
    const enrolment = succeeded<KeyFile>(await acceptFile(above.sync, request.text, now()));
    succeeded(await installFile(store.sync, enrolment.text));
  } finally {
    store.close();
    above.close();
  }
}

/** Takes away everything `prepareSending` and the measurements made. */
export function removeSending(places: SendingPlaces): void {
  const endings = ['', '-wal', '-shm', '.keys.json', '.keys.old.json', '.mark.json', '.lock', '-backups'];
  for (const file of [townFile(places), cityFile(places)])
    for (const ending of endings) rmSync(`${file}${ending}`, { recursive: true, force: true });
  if (existsSync(stickFolder(places))) rmSync(stickFolder(places), { recursive: true });
}

function succeeded<T extends { readonly ok: true }>(
  outcome: T | { readonly ok: false; readonly code: string },
): T {
  if (outcome.ok) return outcome;
  throw new Error(`the town was not enrolled: ${outcome.code}`);
}
