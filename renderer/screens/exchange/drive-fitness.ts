import type { Output } from '../../../electron/contract/calls.ts';

/** A stick that is in. */
export type Drive = Output<'exchange.drives'>[number];

/** What a stick is wanted for. */
export type DriveUse =
  { readonly for: 'reading' } | { readonly for: 'writing'; readonly neededBytes: number };

/** Whether a stick can be used, or why not. */
export type Fitness =
  | { readonly fits: true }
  | { readonly fits: false; readonly why: 'read-only' }
  | { readonly fits: false; readonly why: 'short'; readonly missingBytes: number };

/** The writer asks for this much more than the package (`db/exchange/medium`): tables of the file system, other files. */
const SPARE_BYTES = 32 * 1024 * 1024;
const SPARE_SHARE = 1.1;

/** Whether a stick can be used for what is wanted of it. */
export function fitnessOf(drive: Drive, use: DriveUse): Fitness {
  if (use.for === 'reading') return { fits: true };
  if (drive.isReadOnly) return { fits: false, why: 'read-only' };
  const missingBytes = use.neededBytes * SPARE_SHARE + SPARE_BYTES - drive.freeBytes;
  return missingBytes > 0 ? { fits: false, why: 'short', missingBytes } : { fits: true };
}

/** The stick to begin with: the one chosen before if it is still in, else the only one that fits. */
export function firstChoice(drives: readonly Drive[], chosen: string | null, use: DriveUse): string | null {
  if (chosen !== null) return chosen;
  const fitting = drives.filter((drive) => fitnessOf(drive, use).fits);
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}
