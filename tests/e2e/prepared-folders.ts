import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDataProcess, valueOf, whenReady } from './data-process.ts';
import { root } from './places.ts';
import { idNumber } from './invented-people.ts';

/** Small enough to be made in seconds, large enough that lists scroll and searches find several. */
export const townSize = { people: 2000, seed: 1 } as const;
/** Passphrase of the prepared town. */
export const passphrase = '虎门 大桥 木棉 一九九七';
/** The one resident of the prepared town; also in its backup. */
export const resident = { name: '测试员甲', doc_no: idNumber(1), address: '港口路1号' } as const;

/** Made once in a run; the runner empties the folder around them at the start of the next. */
const prepared = (name: string): string => path.join(root, 'test-results', name);

/** An empty data folder. */
export const newFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'zw-e2e-'));

/**
 * A new data folder with a practice town in it, drawn for today, or for a day whose window is opened on that day or within
 * a month of it.
 */
export async function folderWithPracticeTown(day?: string): Promise<string> {
  const [name, now] = day === undefined ? ['practice-town'] : [`practice-town-${day}`, `${day}T00:30:00Z`];
  return copyOf(name, async (folder) => {
    const desk = await startDataProcess(folder, { ...townSize, keep: false }, now);
    await whenReady(desk);
    await desk.close();
  });
}

/** A new data folder with a town's own file: one resident, and a backup that holds the resident too. */
export async function folderWithTown(): Promise<string> {
  return copyOf('own-town', async (folder) => {
    const desk = await startDataProcess(folder, null);
    await valueOf(desk, 'session.create', { town: '441900121000', passphrase });
    const [village] = await valueOf(desk, 'record.options', { ledger: 'division', text: '虎门寨', limit: 1 });
    await valueOf(desk, 'record.save', {
      writeId: 'e2e-first-write',
      ledger: 'person',
      id: 'e2e-first-person',
      base: 0,
      values: {
        name: resident.name,
        doc_type: '111',
        doc_no: resident.doc_no,
        person_kinds: ['01'],
        sex: '1',
        birth_date: '1990-01-01',
        village: village?.id ?? null,
        residence_address: resident.address,
      },
    });
    await valueOf(desk, 'store.backup', {});
    await desk.close();
  });
}

async function copyOf(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  if (!existsSync(prepared(name))) {
    const half = `${prepared(name)}.${String(process.pid)}.half`;
    await make(half);
    try {
      renameSync(half, prepared(name));
    } catch (error) {
      if (!existsSync(prepared(name))) throw error;
      rmSync(half, { recursive: true }); // another worker was faster
    }
  }
  const folder = newFolder();
  cpSync(prepared(name), folder, { recursive: true });
  return folder;
}
