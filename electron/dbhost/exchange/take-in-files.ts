import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { acceptFile, installFile, requestFile } from '../../../db/exchange/sync/enrol.ts';
import { takeIn, type TakeInResult } from '../../../db/exchange/sync/take-in.ts';
import type { ArrivalOutcome, SyncNode } from '../../../db/model/sync/sync-node.ts';
import type { Language } from '../../contract/calls.ts';
import type { takenFile } from '../../contract/exchange-calls.ts';
import type { Frozen } from '../../contract/serve.ts';
import { Stopped, type JobContext, type JobEnd } from '../jobs/jobs.ts';
import { filesOn, listedFile, lookAtFile, type FoundFile } from './found-files.ts';
import { fileGone, writeKeyFile } from './key-files.ts';
import { problemOf, type AnyRefusal } from './told.ts';

/** What became of a file, as the window shows it. */
type TakenFile = Frozen<z.infer<typeof takenFile>>;

/** Files of one drive to be taken in. */
export interface TakingIn {
  readonly node: SyncNode;
  readonly folder: string;
  readonly files: readonly string[];
  readonly holdFolder: string;
  readonly now: () => Date;
  readonly language: Language;
  /** Told after each package whose rows were applied. */
  readonly onApplied: (ledgers: readonly string[]) => void;
}

/**
 * Takes files in one by one, each with its own result, in the order they need: keys first, since they decide who is
 * believed; then receipts, since packages build on what they acknowledge; then packages by number.
 */
export async function takeInFiles(of: TakingIn, job: JobContext): Promise<JobEnd> {
  const there = new Set(await filesOn(of.folder));
  const found: FoundFile[] = [];
  for (const file of of.files) {
    found.push(
      there.has(file)
        ? await lookAtFile(of.folder, file)
        : { file, bytes: 0, kind: 'unreadable', refusal: fileGone },
    );
  }
  const results: TakenFile[] = [];
  job.phase('taking-in');
  for (const one of found.toSorted(byNeed(found))) {
    results.push(job.isCancelled() ? blank(one, 'skipped') : await takeOne(of, one, job));
    await job.breathe();
  }
  return job.isCancelled() ? new Stopped({ files: results }) : { files: results };
}

const ranks = ['certificate', 'card', 'request', 'receipt', 'increment', 'give-back', 'unreadable'] as const;

/** Receipts and packages of an office in the order they were written: its older series first, then by number. */
function byNeed(all: readonly FoundFile[]): (a: FoundFile, b: FoundFile) => number {
  const begins = new Map<string, string>();
  for (const one of all) {
    if (!('header' in one)) continue;
    const { series, writtenAt } = one.header;
    const known = begins.get(series);
    if (known === undefined || writtenAt < known) begins.set(series, writtenAt);
  }
  const keyOf = (one: FoundFile): readonly string[] => {
    const rank = String(ranks.indexOf(one.kind === 'give-back' ? 'increment' : one.kind));
    if (!('header' in one)) return [rank, one.file];
    const { sender, series, to } = one.header;
    return [rank, sender.node, begins.get(series) ?? '', series, String(to).padStart(NUMBER_WIDTH, '0')];
  };
  return (a, b) => {
    const [first, second] = [keyOf(a).join(' '), keyOf(b).join(' ')];
    return first < second ? -1 : Number(first > second);
  };
}

/** Digits of the largest whole number a header can hold. */
const NUMBER_WIDTH = 16;

async function takeOne(of: TakingIn, found: FoundFile, job: JobContext): Promise<TakenFile> {
  if (found.kind === 'unreadable') return refused(of, found, found.refusal);
  if (found.kind === 'card' || found.kind === 'request' || found.kind === 'certificate')
    return takeKeys(of, found);
  try {
    const result = await takeIn(of.node, {
      file: path.join(of.folder, found.file),
      holdFolder: of.holdFolder,
      now: of.now,
      signal: job.signal,
      onProgress: (done, total) => {
        job.progress(done, total);
      },
    });
    const hasApplied = result.ok && (result.status === 'applied' || result.status === 'fork');
    if (hasApplied && found.kind !== 'receipt') of.onApplied(Object.keys(found.header.counts));
    return packageResult(of, found, result);
  } catch (error) {
    // What was applied stays; the package is taken in again from its beginning, which changes nothing of it.
    if (job.signal.aborted) return blank(found, 'skipped');
    throw error;
  }
}

function packageResult(of: TakingIn, found: FoundFile, result: TakeInResult): TakenFile {
  if (!result.ok) return refused(of, found, result);
  if (result.status === 'receipt') {
    const { accepted, returned, duplicates, alarm } = result;
    return { ...blank(found, 'applied'), accepted, returned, duplicates, alarm };
  }
  const { missing, isRestored, released, from } = result;
  const isRepeated = result.status === 'repeated';
  const outcome = result.outcome ?? nothingYet;
  return {
    ...blank(found, result.status),
    from,
    accepted: outcome.accepted,
    // The outcome of a repeated package is that of the first time; this time nothing changed.
    changed: isRepeated ? 0 : outcome.changed,
    returned: outcome.returned.length,
    conflicts: isRepeated ? 0 : outcome.conflicts,
    duplicates: outcome.duplicates.length,
    ...(isRepeated || outcome.replies === undefined ? {} : outcome.replies),
    missing: missing.map(([first, last]) => [first, last]),
    isRestored,
    released: released.map(({ to }) => to),
  };
}

/** A package that is held has no outcome yet. */
const nothingYet: ArrivalOutcome = { accepted: 0, changed: 0, returned: [], duplicates: [], conflicts: 0 };

/** A card is answered by a request to its office, a request by the certificate, on the same drive. */
async function takeKeys(of: TakingIn, found: FoundFile): Promise<TakenFile> {
  const content = await readFile(path.join(of.folder, found.file));
  const { node, now } = of;
  if (found.kind === 'certificate') {
    const installed = await installFile(node, content);
    return installed.ok ? blank(found, 'accepted') : refused(of, found, installed);
  }
  const answer =
    found.kind === 'card' ? await requestFile(node, content, now()) : await acceptFile(node, content, now());
  if (!answer.ok) return refused(of, found, answer);
  const written = await writeKeyFile(of.folder, answer);
  if (!written.ok) return { ...refused(of, found, written), status: 'accepted' };
  return { ...blank(found, 'accepted'), wrote: written.file };
}

const refused = ({ language }: TakingIn, found: FoundFile, refusal: AnyRefusal): TakenFile => ({
  ...blank(found, 'refused'),
  problem: problemOf(refusal, language),
});

function blank(found: FoundFile, status: TakenFile['status']): TakenFile {
  const { file, kind, sender, number } = listedFile(found);
  return {
    file,
    kind,
    status,
    sender,
    from: number,
    number,
    accepted: 0,
    changed: 0,
    returned: 0,
    conflicts: 0,
    duplicates: 0,
    entered: 0,
    unfit: 0,
    missing: [],
    isRestored: false,
    alarm: null,
    released: [],
    wrote: null,
    problem: null,
  };
}
