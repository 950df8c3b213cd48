import { createHash } from 'node:crypto';
import { listRemovableDrives } from '../../../db/exchange/medium/drives/list-removable-drives.ts';
import type { RemovableDrive } from '../../../db/exchange/medium/drives/removable-drive.ts';
import { codeOf } from '../../../db/exchange/medium/medium-problem.ts';
import { identifyStick, type StickMark } from '../../../db/exchange/medium/stick.ts';
import type { SyncStore } from '../../../db/store/api/sync.ts';
import { Refusal } from '../../contract/serve.ts';

/** A drive under the name the page knows it by. */
interface NamedDrive {
  readonly id: string;
  readonly drive: RemovableDrive;
}

/** The drives there are. Ids are digests: the system's own may hold a path. */
async function namedDrives(): Promise<readonly NamedDrive[]> {
  const drives = await listRemovableDrives();
  return drives.map((drive) => ({ id: opaque(drive), drive }));
}

/** The drive a page names; refused when it has left. */
export async function driveNamed(id: string): Promise<RemovableDrive | Refusal> {
  const found = (await namedDrives()).find((one) => one.id === id);
  return found?.drive ?? new Refusal('not-found', 'drive');
}

const opaque = ({ id, folder }: RemovableDrive): string =>
  createHash('sha256').update(`${id}\n${folder}`).digest('hex').slice(0, 32);

/** Mark of a stick; `null` when it has none or does not answer. */
export async function markOf(drive: RemovableDrive): Promise<StickMark | null> {
  try {
    return await identifyStick(drive.folder);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

/** Number of a stick in the register of this office; `null` when it is not in it. */
export async function stickOf(drive: RemovableDrive, sticks: SyncStore['sticks']): Promise<string | null> {
  const mark = await markOf(drive);
  return mark === null ? null : (sticks.list().find(({ id }) => id === mark.id)?.label ?? null);
}

/** Drives as the page lists them. */
export async function listedDrives(sync: SyncStore) {
  return Promise.all(
    (await namedDrives()).map(async ({ id, drive }) => ({
      id,
      label: drive.label,
      freeBytes: drive.free_bytes,
      totalBytes: drive.total_bytes,
      fileSystem: drive.fileSystem,
      isReadOnly: drive.readOnly,
      stick: await stickOf(drive, sync.sticks),
    })),
  );
}
