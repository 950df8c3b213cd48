import { mergedInto } from '../../model/sync/merge-reason.ts';
import { caseLedgers, type GivenAnswer } from './cases.ts';
import { misplacedAnswers, undeclaredStates } from './judge-cases.ts';
import { peopleOf, personAt } from './people.ts';
import { recordAt, recordsOf, type Write } from './records.ts';
import { clerkOf, type SimNode, type World } from './world.ts';

/** What is wrong at the end of a run; all lists are empty when nothing is. */
export interface Verdict {
  /** Rows that differ between an office and its parent. */
  readonly differing: readonly string[];
  /** Values somebody entered that nobody can find any more, and people merged into nobody who stays. */
  readonly lost: readonly string[];
  /** Records that stand twice although they were entered once. */
  readonly doubled: readonly string[];
  /** Answers that became no step, or two, or say otherwise; letters that are not there; cases in no declared state. */
  readonly misplaced: readonly string[];
}

/** What was done in a run. */
interface Deeds {
  readonly writes: readonly Write[];
  readonly answers: readonly GivenAnswer[];
  /** Tokens that were on some computer when the last exchange began. */
  readonly survivors: ReadonlySet<string>;
}

/** Judges a world in which every package has arrived. */
export function judge(world: World, { writes, answers, survivors }: Deeds): Verdict {
  return {
    differing: world.nodes.flatMap((node) => (node.parent === null ? [] : differences(node, node.parent))),
    lost: [...lostValues(world, writes, survivors), ...world.nodes.flatMap(mergedAway)],
    doubled: doubledRecords(world, writes),
    misplaced: [
      ...world.nodes.flatMap(undeclaredStates),
      ...answers
        .filter(({ token }) => survivors.has(token))
        .flatMap((answer) => world.nodes.flatMap((node) => misplacedAnswers(node, answer))),
    ],
  };
}

/** Ledgers the offices write in. */
const ledgers = ['person', ...caseLedgers] as const;

/** A child holds what it and those below it entered; all of that must stand at the parent alike. */
function differences(child: SimNode, parent: SimNode): readonly string[] {
  return ledgers.flatMap((ledger) =>
    recordsOf(child, ledger).flatMap((id) => {
      const below = shown(child, ledger, id);
      const above = shown(parent, ledger, id);
      return below === above ? [] : [`${ledger} ${id}: ${child.name} ${below} — ${parent.name} ${above}`];
    }),
  );
}

function shown(node: SimNode, ledger: string, id: string): string {
  const record = recordAt(node, ledger, id);
  if (record === null) return 'absent';
  const filled = Object.entries(record.values).filter(([, value]) => value !== null);
  const isHere = record.removedAt === null;
  return JSON.stringify([Object.fromEntries(filled), isHere, mergedInto(record.removedReason)]);
}

/**
 * A value is lost when no later write of somebody who saw it replaced it, it was on some computer when the last exchange
 * began, and now neither a row, nor a history, nor a conflict inbox anywhere shows it.
 */
function lostValues(
  world: World,
  writes: readonly Write[],
  survivors: ReadonlySet<string>,
): readonly string[] {
  const surviving = writes.filter(({ token }) => survivors.has(token));
  const replaced = new Set(surviving.map(({ over }) => over));
  const heads = surviving.filter(({ token }) => !replaced.has(token));
  const findable = new Set(world.nodes.flatMap((node) => [...visibleTokens(node)]));
  return heads
    .filter(({ token }) => !findable.has(token))
    .map(({ node, record, field, token }) => `${token} (${field} of ${record}, entered at ${node})`);
}

/** People who were merged into each other, so that none of them is left. */
function mergedAway(node: SimNode): readonly string[] {
  return peopleOf(node).flatMap((id) => {
    const way = [id];
    for (;;) {
      const next = mergedInto(personAt(node, way.at(-1) ?? id)?.removedReason);
      if (next === null) return [];
      if (next === id) return [`${way.join(' → ')} at ${node.name} were merged into each other`];
      if (way.includes(next)) return [];
      way.push(next);
    }
  });
}

function visibleTokens(node: SimNode): ReadonlySet<string> {
  const tokens = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === 'string') tokens.add(value);
  };
  for (const ledger of ledgers)
    for (const id of recordsOf(node, ledger)) {
      for (const value of Object.values(recordAt(node, ledger, id)?.values ?? {})) add(value);
      for (const { fields } of node.store.history(ledger, id, clerkOf(node)))
        for (const [before, after] of Object.values(fields)) {
          add(before);
          add(after);
        }
    }
  for (const { kept, other } of node.store.sync.conflicts.list({ all: true, limit: 10_000 }, clerkOf(node))) {
    add(kept.value);
    add(other.value);
  }
  for (const { values } of node.store.sync.quarantine.list(10_000, clerkOf(node)))
    Object.values(values).forEach(add);
  return tokens;
}

function doubledRecords(world: World, writes: readonly Write[]): readonly string[] {
  const created = new Map(
    writes.filter(({ over, field }) => over === null && field === 'name').map((w) => [w.token, w.record]),
  );
  return world.nodes.flatMap((node) => {
    const seen = new Map<string, string>();
    return peopleOf(node).flatMap((id) => {
      const histories = node.store.history('person', id, clerkOf(node));
      const first = histories.at(-1)?.fields['name']?.[1];
      if (typeof first !== 'string' || !created.has(first)) return [];
      const before = seen.get(first);
      seen.set(first, id);
      return before === undefined || before === id ? [] : [`${first} at ${node.name}: ${before} and ${id}`];
    });
  });
}
