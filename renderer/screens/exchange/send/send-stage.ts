import type { z } from 'zod';
import { exportResult } from '../../../../electron/contract/exchange-calls.ts';

import type { Job } from '../../../data/index.ts';
import type { SendChoices } from '../send-plan.ts';

/** Where the wizard stands. */
export type SendStage =
  | { readonly at: 'check' }
  | { readonly at: 'drive'; readonly choices: SendChoices; readonly neededBytes: number }
  | {
      readonly at: 'work';
      readonly job: string;
      /** Where to go on after a failure. */
      readonly back: SendStage;
    };

/** A package on the stick. */
export type ExportResult = z.infer<typeof exportResult>;

/** Result of an export; `null` when the job ended before it had one. */
export function readExport(result: unknown): ExportResult | null {
  const read = exportResult.safeParse(result);
  return read.success ? read.data : null;
}

/** A tab that was closed while a package was being written comes back to it. */
export function firstStage(jobs: readonly Job[]): SendStage {
  const running = jobs.find((job) => job.kind === 'package-export' && job.state === 'running');
  return running === undefined ? { at: 'check' } : { at: 'work', job: running.id, back: { at: 'check' } };
}

/** Number of the step shown as the present one. */
export function stepOf(stage: SendStage, isDone: boolean): number {
  if (stage.at === 'check') return 0;
  if (stage.at === 'drive') return 1;
  return isDone ? 3 : 2;
}
