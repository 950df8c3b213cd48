import { words } from '../../model/localized.ts';
import { ruleFollowers } from '../../model/derive/rule-followers.ts';
import type { Value } from '../../model/field-kind.ts';
import type { BatchStore, Caller, ReckonedLine, Reckoning, ReckoningStore } from '../api.ts';
import type { Core } from '../repository/core.ts';
import { tableOf } from '../repository/core.ts';
import type { DraftWrite } from '../repository/draft.ts';
import { Followers } from '../repository/follow.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { textOf } from '../repository/texts.ts';
import { titleFor } from '../repository/titles.ts';
import { write } from '../repository/write.ts';
import type { Steps } from '../steps.ts';
import { reckoned, writesOf, type Candidate, type Reckoned } from './reckoned.ts';

/** Records looked at, or written in one transaction, between two slices: some ten milliseconds. */
const CHUNK = 50;

/** Label of the batch. */
const anew = words('{rules}：重新计算', '{rules}: reckoned anew');

/** What reckoning works with. */
interface Parts {
  readonly core: Core;
  readonly batches: BatchStore;
  readonly mayOpen: (ledger: string, caller: Caller) => boolean;
}

/** Reckoning anew by changed rules; see `ReckoningStore`. */
export function reckoningStore(parts: Parts): ReckoningStore {
  return {
    ledgersOf: (rules, caller) => followersOf(parts, rules, caller).map(({ ledger }) => ledger.id),
    lookSteps: (rules, { lines }, caller) => lookSteps(parts, { rules, lines }, caller),
    applySteps: (batch, rules, caller) => applySteps(parts, { batch, rules }, caller),
  };
}

const followersOf = ({ core, mayOpen }: Parts, rules: string, caller: Caller): readonly LedgerTable[] =>
  ruleFollowers(
    rules,
    [...core.tables.values()].map(({ ledger }) => ledger),
  )
    .filter(({ id }) => mayOpen(id, caller))
    .map(({ id }) => tableOf(core, id));

/** Every current record that follows the rules: which of them are concerned only reckoning tells. */
const candidates = (parts: Parts, rules: string, caller: Caller): readonly Candidate[] =>
  followersOf(parts, rules, caller).flatMap((table) =>
    parts.core.connection
      .rows(`SELECT rid FROM ${table.ledger.id} WHERE removed_at IS NULL ORDER BY rid`)
      .map((row) => ({ table, rid: Number(row['rid']) })),
  );

function* lookSteps(
  parts: Parts,
  of: { readonly rules: string; readonly lines: number },
  caller: Caller,
): Steps<Reckoning> {
  const coming = candidates(parts, of.rules, caller);
  const followers = new Followers(parts.core);
  const lines: ReckonedLine[] = [];
  let count = 0;
  for (const [done, candidate] of coming.entries()) {
    if (done % CHUNK === 0) yield { done, total: coming.length };
    const one = reckoned(followers, candidate);
    if (one === null) continue;
    count += 1;
    if (lines.length < of.lines) lines.push(lineOf(parts.core, one, caller));
  }
  return { looked: coming.length, count, lines };
}

function lineOf(core: Core, { table, kept, values }: Reckoned, caller: Caller): ReckonedLine {
  const view = { names: core.names(caller.language), caller };
  const texts = Object.entries(values).flatMap(([name, value]): [string, readonly [string, string]][] => {
    const field = table.ledger.fields[name];
    const text = (one: Value | undefined): string => (field === undefined ? '' : textOf(field, one, view));
    return field === undefined ? [] : [[name, [text(kept.values[name]), text(value)]]];
  });
  return { ...titleFor(table, kept, view.names), texts: Object.fromEntries(texts) };
}

function* applySteps(
  parts: Parts,
  { batch, rules }: { readonly batch: string; readonly rules: string },
  caller: Caller,
): Steps<{ readonly changed: number }> {
  const { core, batches } = parts;
  const coming = candidates(parts, rules, caller);
  const [first] = followersOf(parts, rules, caller);
  const label = anew[caller.language].replace('{rules}', tableOf(core, rules).ledger.label[caller.language]);
  let changed = 0;
  const state = () => ({ counts: { updated: changed } });
  batches.start({ id: batch, kind: 'batch-change', ledger: first?.ledger.id ?? rules, label }, state());
  for (let from = 0; from < coming.length; from += CHUNK) {
    yield { done: from, total: coming.length };
    // Records and rules may have changed again while others had their turn: each chunk is reckoned as it is written.
    const followers = new Followers(core);
    const writes = coming
      .slice(from, from + CHUNK)
      .flatMap((candidate) => writesOf(reckoned(followers, candidate)));
    if (writes.length > 0) writeChunk(core, { batch, from, writes, caller });
    changed += writes.length;
    batches.update(batch, state(), false);
  }
  batches.update(batch, state(), true);
  yield { done: coming.length, total: coming.length };
  return { changed };
}

function writeChunk(
  core: Core,
  of: {
    readonly batch: string;
    readonly from: number;
    readonly writes: readonly DraftWrite[];
    readonly caller: Caller;
  },
): void {
  const { batch, from, writes, caller } = of;
  const outcome = write(core, { writeId: `${batch}/${from}`, caller, writes, batch, checked: true });
  if (!outcome.ok) throw new Error(`records could not be reckoned anew: ${outcome.problem.code}`);
}
