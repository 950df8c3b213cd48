import type { CreateOptions, OpeningProgress, OpenOptions, OpenOutcome } from '../../../db/store/api.ts';
import type { Store } from '../../../db/store/api.ts';
import type { JobContext } from '../jobs/jobs.ts';

/** How the session opens files; the store's own functions, named here so that the session stays readable. */
export interface StoreDoor {
  /** In slices; yields nothing where the file only has to be opened. */
  readonly open: (options: OpenOptions) => Generator<OpeningProgress, OpenOutcome, undefined>;
  readonly create: (options: CreateOptions) => OpenOutcome;
  /** Public passphrase of practice files. */
  readonly practicePassphrase: string;
}

/** A town, village or city a file is for: code of 12 digits, name. */
export interface Town {
  readonly code: string;
  readonly name: string;
}

/** Offices a file can be made for. */
export interface OfficeList {
  /** The city and its towns; the villages of a town when one is named. */
  readonly list: (
    within: string | null,
  ) => readonly (Town & { readonly level: 'city' | 'town' | 'village' })[];
  /** The office with a code of 12 (a town also 9) digits; `null` when there is none. */
  readonly find: (code: string) => Town | null;
}

/**
 * What becomes of a practice town that is there: `any` is opened as it is, `same` only one of the wanted size (another is
 * made anew if nothing was entered in it), `none` is thrown away.
 */
export type KeptPractice = 'any' | 'same' | 'none';

/** Size and seed of a practice town; the same pair makes, on the same day, the same town. */
export interface PracticeSize {
  readonly people: number;
  readonly seed: number;
}

/** Makes practice towns. */
export interface PracticeMaker {
  /** The town a practice file is made for. */
  readonly town: Town;
  /** Fills an empty practice store in slices, as it is on a day, and marks it; `false` when it was cancelled. */
  readonly fill: (
    store: Store,
    options: PracticeSize & { readonly today: string },
    job: JobContext,
  ) => Promise<boolean>;
}
