import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Language } from '../../contract/calls.ts';
import { Refusal, type Frozen } from '../../contract/serve.ts';
import type { session as sessionShape } from '../../contract/shapes.ts';
import {
  restoreBackup,
  restoreKeyslots,
  type BackupInfo,
  type Caller,
  type OpenOptions,
  type OpenOutcome,
  type Store,
} from '../../../db/store/index.ts';
import { chinaDay } from '../../../db/model/office-time.ts';
import type { UserOf } from '../asking.ts';
import { Stopped, type JobContext, type JobEnd, type JobKind, type Jobs } from '../jobs/jobs.ts';
import { runSteps } from '../jobs/run-steps.ts';
import { bringUp, type Opening } from './bring-up.ts';
import { ensureDivisions } from './first-divisions.ts';
import { agedPractice, fateOf, type PracticeView, practiceView, removePractice } from './practice-file.ts';
import type { KeptPractice, OfficeList, PracticeMaker, PracticeSize, StoreDoor } from './store-door.ts';

/** The session as the window sees it. */
export type SessionView = Frozen<z.infer<typeof sessionShape>>;

/** Where the data process is with its file. */
type State =
  | { readonly name: 'none' | 'locked' }
  | { readonly name: 'opening'; readonly job: string }
  | { readonly name: 'ready'; readonly store: Store }
  | {
      readonly name: 'failed';
      readonly kind: string;
      readonly details: Readonly<Record<string, unknown>>;
      readonly backups: readonly BackupInfo[];
    };

/** What the session works with. */
export interface SessionParts {
  readonly file: string;
  readonly practiceFile: string;
  readonly door: StoreDoor;
  readonly offices: OfficeList;
  readonly practice: PracticeMaker;
  readonly userOf: UserOf;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly publish: (view: SessionView) => void;
  /** Kind of storage trouble a thrown error means, for state `failed`. */
  readonly failureKind: (error: unknown) => string;
}

const userView = ({ user, name, seesSensitive = true }: Caller): SessionView['user'] => ({
  id: user,
  name,
  seesSensitive,
});

/** Goes on with a file that is open, or was not opened. */
type After = (outcome: OpenOutcome) => Refusal | null;

/** Which file is open and in what state: none → locked → opening → ready, or failed with the way out. */
export class Session {
  readonly #parts: SessionParts;
  #state: State;
  #isPractice = false;
  #isDismissed = false;
  /** The job that prepares figures of the open file, if one was begun. */
  #preparing: string | null = null;
  #language: Language = 'zh';

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#state = this.#resting();
  }

  /** The open store, if any. */
  get store(): Store | null {
    return this.#state.name === 'ready' ? this.#state.store : null;
  }

  /** Why a call that needs the store is refused now. */
  whyClosed(): Refusal {
    const { name } = this.#state;
    if (name === 'locked') return new Refusal('refused', 'locked');
    return new Refusal('refused', name === 'opening' ? 'busy' : 'not-open');
  }

  /** Resolves when figures are prepared, or are not going to be: the file was closed, the work stopped. */
  figuresReady(): Promise<void> {
    return this.#preparing === null ? Promise.resolve() : this.#parts.jobs.ended(this.#preparing);
  }

  view(language: Language = this.#language): SessionView {
    this.#language = language;
    const state = this.#state;
    const store = this.store;
    return {
      state: state.name,
      practice: this.#isPractice,
      town: store === null ? null : store.info.town,
      user: userView(this.#parts.userOf(language)),
      file: this.#file(),
      failure:
        state.name === 'failed' ? { kind: state.kind, details: state.details, backups: state.backups } : null,
      notices: store === null || this.#isDismissed ? [] : store.notices,
      agedPractice: this.#aged(),
      pending: store?.pendingChanges() ?? 0,
      lastBackup: store?.backups()[0]?.at ?? null,
      job: state.name === 'opening' ? state.job : null,
    };
  }

  /** Tells the window; also called after writes, for the count of pending changes. */
  publish(): void {
    this.#parts.publish(this.view());
  }

  create(townCode: string, passphrase: string): Refusal | null {
    if (this.#state.name !== 'none') return new Refusal('refused', 'exists');
    const town = this.#parts.offices.find(townCode);
    if (town === null) return new Refusal('invalid-input', 'unknown-town');
    const { file, door, now } = this.#parts;
    mkdirSync(path.dirname(file), { recursive: true });
    const outcome = door.create({ file, passphrase, now, town, practice: false });
    if (outcome.ok) return this.#take(outcome);
    if (outcome.kind === 'exists') this.#enter(this.#resting());
    return new Refusal('storage', outcome.kind, outcome.details);
  }

  /**
   * A wrong passphrase is refused and the file stays locked; whatever else is wrong leads to state `failed`. A file that is
   * put in order first is a job; the session is `opening` until it is done.
   */
  unlock(passphrase: string): Refusal | null {
    if (this.#state.name === 'ready') return null;
    if (this.#state.name === 'none') return new Refusal('refused', 'not-open');
    if (this.#state.name === 'opening') return new Refusal('refused', 'busy');
    return this.#open({ file: this.#parts.file, passphrase }, (outcome) => this.#take(outcome));
  }

  /** Closes whatever is open and returns to the town's own file. */
  lock(): Refusal | null {
    if (this.#state.name === 'opening' || this.#parts.jobs.isBusy()) return new Refusal('refused', 'busy');
    this.#closeStore();
    this.#isPractice = false;
    this.#enter(this.#resting());
    return null;
  }

  dismiss(): void {
    this.#isDismissed = true;
    this.publish();
  }

  /**
   * Opens the practice town, made first if there is none; a town of another size in which somebody has entered something
   * is not thrown away unasked but named in the refusal. Making one is a job; the session is `opening` until it is done.
   */
  openPractice(size: PracticeSize, kept: KeptPractice): Refusal | null {
    if (this.#state.name === 'opening' || this.#parts.jobs.isBusy()) return new Refusal('refused', 'busy');
    this.#closeStore();
    this.#isPractice = true;
    if (!existsSync(this.#parts.practiceFile)) return this.#makePractice(size);
    return this.#openPracticeFile((existing) => this.#usePractice(existing, size, kept));
  }

  #usePractice(existing: OpenOutcome, size: PracticeSize, kept: KeptPractice): Refusal | null {
    if (existing.ok) {
      const made = practiceView(existing.store);
      const fate = fateOf(made, size, kept);
      if (fate === 'open') {
        this.#enter({ name: 'ready', store: existing.store });
        return null;
      }
      existing.store.close();
      if (made !== null && fate === 'ask') return this.#refuseUsed(made);
    } else if (existing.kind === 'locked') {
      return this.#take(existing);
    }
    return this.#makePractice(size);
  }

  /** Puts a backup in the place of the file; only one of those the session has named itself. */
  restore(backup: string): Refusal | null {
    if (this.#state.name === 'opening' || this.#parts.jobs.isBusy()) return new Refusal('refused', 'busy');
    const known = this.#state.name === 'failed' ? this.#state.backups : (this.store?.backups() ?? []);
    if (!known.some(({ file }) => file === backup) || !existsSync(backup)) {
      return new Refusal('not-found', 'backup');
    }
    if (!this.#putBack(backup)) return new Refusal('not-found', 'backup');
    if (this.#isPractice && existsSync(this.#parts.practiceFile))
      return this.#openPracticeFile((outcome) => this.#take(outcome));
    this.#enter({ name: 'locked' });
    return null;
  }

  /** The file was found damaged while in use: nothing more is written to it. */
  fail(kind: string): void {
    const backups = this.store?.backups() ?? [];
    this.#closeStore();
    this.#enter({ name: 'failed', kind, details: {}, backups });
  }

  /** Stops the jobs, merges the log into the file, closes. */
  async close(): Promise<void> {
    await this.#parts.jobs.cancelAll();
    this.store?.checkpoint();
    this.#closeStore();
  }

  /** Where only the key file is gone the data is whole: the copy kept with the backup is all that is needed. */
  #putBack(backup: string): boolean {
    const lacksKeys = this.#state.name === 'failed' && this.#state.kind === 'keyslots-missing';
    if (lacksKeys) return restoreKeyslots(this.#file(), `${backup}.keys.json`);
    this.#closeStore();
    try {
      restoreBackup(this.#file(), backup, this.#parts.now());
      return true;
    } finally {
      this.#state = this.#isPractice ? { name: 'none' } : this.#resting();
    }
  }

  /** Back to the town's own file: what was entered in the practice town is not thrown away unasked. */
  #refuseUsed(used: PracticeView): Refusal {
    this.#isPractice = false;
    this.#enter(this.#resting());
    return new Refusal('refused', 'practice-in-use', used);
  }

  #aged(): PracticeView | null {
    const { store } = this;
    return store === null || this.#isDismissed ? null : agedPractice(store, chinaDay(this.#parts.now()));
  }

  #file(): string {
    return this.#isPractice ? this.#parts.practiceFile : this.#parts.file;
  }

  #resting(): State {
    return { name: existsSync(this.#parts.file) ? 'locked' : 'none' };
  }

  #enter(state: State): void {
    this.#state = state;
    this.#isDismissed = false;
    this.publish();
    if (state.name === 'ready') this.#prepareFigures(state.store);
  }

  /** Long work may have changed so many records that columns of figures have to be made anew. */
  jobEnded(kind: JobKind): void {
    if (kind !== 'figures' && this.store !== null) this.#prepareFigures(this.store);
  }

  /** What figures are counted from is made while people work already; there is no job where nothing is to be made. */
  #prepareFigures(store: Store): void {
    const running = this.#preparing;
    if (running !== null && this.#parts.jobs.get(running)?.state === 'running') {
      // It knows nothing of what came meanwhile.
      void this.figuresReady().then(() => this.#preparing === running && this.#prepareFigures(store));
      return;
    }
    const steps = store.prepareFiguresSteps();
    if (steps.next().done === true) return;
    const job = this.#parts.jobs.start('figures', async (context) => (await runSteps(steps, context)) ?? {});
    this.#preparing = job.id;
  }

  #closeStore(): void {
    const { store } = this;
    if (store === null) return;
    if (this.#preparing !== null) this.#parts.jobs.cancel(this.#preparing);
    this.#preparing = null;
    this.#state = this.#resting();
    store.close();
  }

  #take(outcome: OpenOutcome): Refusal | null {
    if (outcome.ok) {
      ensureDivisions(outcome.store);
      this.#enter({ name: 'ready', store: outcome.store });
      return null;
    }
    if (outcome.kind === 'wrong-passphrase') return new Refusal('refused', 'wrong-passphrase');
    const { kind, details, backups } = outcome;
    this.#enter({ name: 'failed', kind, details, backups });
    return null;
  }

  #openPracticeFile(after: After): Refusal | null {
    const { practiceFile, door } = this.#parts;
    return this.#open({ file: practiceFile, passphrase: door.practicePassphrase }, after);
  }

  /** Opens a file at once where it only has to be opened, and goes on with `after`; else as a job, with `after` at its end. */
  #open(which: Pick<OpenOptions, 'file' | 'passphrase'>, after: After): Refusal | null {
    const { door, now, jobs } = this.#parts;
    const steps = door.open({ ...which, now });
    const first = steps.next();
    if (first.done === true) return after(first.value);
    const opening = { steps, first: first.value };
    const job = jobs.start('opening', (context) => this.#putInOrder(opening, context, after));
    this.#enter({ name: 'opening', job: job.id });
    return null;
  }

  async #putInOrder(opening: Opening, job: JobContext, after: After): Promise<JobEnd> {
    try {
      const outcome = await bringUp(opening, job);
      if (outcome instanceof Stopped) {
        this.#isPractice = false;
        this.#enter(this.#resting());
        return outcome;
      }
      const refusal = after(outcome);
      if (refusal !== null) return refusal;
      return outcome.ok ? {} : new Refusal('storage', outcome.kind, outcome.details);
    } catch (error) {
      this.#enter({ name: 'failed', kind: this.#parts.failureKind(error), details: {}, backups: [] });
      throw error;
    }
  }

  #makePractice(size: PracticeSize): Refusal | null {
    const { practiceFile, door, now, practice, jobs } = this.#parts;
    removePractice(practiceFile);
    mkdirSync(path.dirname(practiceFile), { recursive: true });
    const passphrase = door.practicePassphrase;
    const outcome = door.create({ file: practiceFile, passphrase, now, town: practice.town, practice: true });
    if (!outcome.ok) return this.#take(outcome);
    const job = jobs.start('practice', (context) => this.#fillPractice(outcome.store, size, context));
    this.#enter({ name: 'opening', job: job.id });
    return null;
  }

  /** A practice town that was not finished is worth nothing: it is closed, and made again next time. */
  async #fillPractice(store: Store, size: PracticeSize, job: JobContext): Promise<JobEnd> {
    try {
      const today = chinaDay(this.#parts.now());
      if (!(await this.#parts.practice.fill(store, { ...size, today }, job))) {
        store.close();
        this.#isPractice = false;
        this.#enter(this.#resting());
        return new Stopped();
      }
      this.#enter({ name: 'ready', store });
      return { counts: store.counts() };
    } catch (error) {
      const kind = this.#parts.failureKind(error);
      store.close();
      this.#enter({ name: 'failed', kind, details: {}, backups: [] });
      throw error;
    }
  }
}
