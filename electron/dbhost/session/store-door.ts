import type { CreateOptions, OpenOptions, OpenOutcome } from '../../../db/store/api.ts';
import type { Store } from '../../../db/store/api.ts';
import type { JobContext } from '../jobs/jobs.ts';

/** How the session opens files; the store's own functions, named here so that the session stays readable. */
export interface StoreDoor {
  readonly open: (options: OpenOptions) => OpenOutcome;
  readonly create: (options: CreateOptions) => OpenOutcome;
  /** Public passphrase of practice files. */
  readonly practicePassphrase: string;
}

/** A town of the list a new file is made for. */
export interface Town {
  readonly code: string;
  readonly name: string;
}

/** Size and seed of a practice town; the same pair makes the same town. */
export interface PracticeSize {
  readonly people: number;
  readonly seed: number;
}

/** Makes practice towns. */
export interface PracticeMaker {
  /** The town a practice file is made for. */
  readonly town: Town;
  /** Fills an empty practice store in slices; `false` when it was cancelled. */
  readonly fill: (store: Store, size: PracticeSize, job: JobContext) => Promise<boolean>;
}
