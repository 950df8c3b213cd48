import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { exportResult, takeInResult } from '../../electron/contract/exchange-calls.ts';
import { endOfJob, newFolder, newId, newPerson, openTown, type Desk } from './data-process-fixture.ts';

/** A folder that stands for a stick; declared as a drive of this computer. */
export interface TestStick {
  readonly folder: string;
  readonly files: () => readonly string[];
  /** Takes everything off it. */
  readonly clear: () => void;
}

/** Makes a stick and declares it, beside those declared before. */
export function plugIn(name: string): TestStick {
  const folder = path.join(newFolder(), name);
  mkdirSync(folder);
  const before = process.env['APP_EXTRA_DRIVES'] ?? '';
  process.env['APP_EXTRA_DRIVES'] = [before, folder].filter((one) => one !== '').join(path.delimiter);
  return {
    folder,
    files: () => readdirSync(folder).toSorted(),
    clear: () => {
      for (const file of readdirSync(folder)) rmSync(path.join(folder, file), { recursive: true });
    },
  };
}

/** Id under which an office lists a stick. */
export async function driveId(desk: Desk, { folder }: TestStick): Promise<string> {
  const drives = await desk.value('exchange.drives', {});
  const found = drives.find(({ label }) => label === path.basename(folder));
  if (found === undefined) throw new Error('the stick is not listed');
  return found.id;
}

/** Takes in all files that are new here; the results. */
export async function takeInAll(
  desk: Desk,
  stick: TestStick,
): Promise<z.infer<typeof takeInResult>['files']> {
  const drive = await driveId(desk, stick);
  const found = await desk.value('exchange.scan', { drive });
  const files = found.filter(({ state }) => state === 'new').map(({ file }) => file);
  return files.length === 0 ? [] : takeInFiles(desk, stick, files);
}

/** Takes in the named files. */
export async function takeInFiles(desk: Desk, stick: TestStick, files: readonly string[]) {
  const { job } = await desk.value('exchange.takeIn', {
    drive: await driveId(desk, stick),
    files: [...files],
  });
  const end = await endOfJob(desk, job);
  if (end.state !== 'done') throw new Error(`take-in: ${JSON.stringify(end)} ${desk.logged.join('\n')}`);
  return takeInResult.parse(end.result).files;
}

/** Exports to the parent; the result. */
export async function sendUp(
  desk: Desk,
  stick: TestStick,
  choice: { readonly onlyNew?: boolean } = {},
): Promise<z.infer<typeof exportResult>> {
  const overview = await desk.value('exchange.overview', {});
  const { job } = await desk.value('exchange.export', {
    peer: overview.peers.find(({ role }) => role === 'parent')?.node ?? '',
    drive: await driveId(desk, stick),
    onlyNew: choice.onlyNew ?? false,
    sensitive: false,
    approvedBy: '陈主任',
  });
  const end = await endOfJob(desk, job);
  if (end.state !== 'done') throw new Error(`export: ${JSON.stringify(end)} ${desk.logged.join('\n')}`);
  return exportResult.parse(end.result);
}

/** Enrols a child with a parent by a stick, as three people would. */
export async function enrol(child: Desk, parent: Desk, stick: TestStick): Promise<void> {
  stick.clear();
  await parent.value('exchange.writeCard', { drive: await driveId(parent, stick), what: 'card' });
  await takeInAll(child, stick);
  await takeInAll(parent, stick);
  await takeInAll(child, stick);
  stick.clear();
}

/** A town and a city that know each other, and the stick between them. */
export async function townAndCity(name: string): Promise<{ town: Desk; city: Desk; stick: TestStick }> {
  const stick = plugIn(name);
  const city = await openTown(undefined, '441900000000');
  const town = await openTown();
  await enrol(town, city, stick);
  return { town, city, stick };
}

/** Adds a person; its id. */
export async function addPerson(desk: Desk, values: Record<string, string | string[]>): Promise<string> {
  const id = newId();
  const person = await newPerson(desk, values);
  await desk.value('record.save', { writeId: newId(), ledger: 'person', id, base: 0, values: person });
  return id;
}

/** Changes a person. */
export async function changePerson(
  desk: Desk,
  id: string,
  values: Record<string, string | null>,
): Promise<void> {
  const record = await desk.value('record.get', { ledger: 'person', id });
  const base = record?.version ?? 0;
  await desk.value('record.save', { writeId: newId(), ledger: 'person', id, base, values });
}

/** Writes the receipt for a child onto a stick, and takes it in there. */
export async function answerBack(parent: Desk, child: Desk, stick: TestStick) {
  stick.clear();
  const self = (await child.value('exchange.overview', {})).self?.node ?? '';
  const { job } = await parent.value('exchange.answer', { child: self, drive: await driveId(parent, stick) });
  const end = await endOfJob(parent, job);
  if (end.state !== 'done') throw new Error(`answer: ${JSON.stringify(end)} ${parent.logged.join('\n')}`);
  return takeInAll(child, stick);
}
