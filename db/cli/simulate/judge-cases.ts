import { replyOutcomes } from '../../model/workflow/replies-ledger.ts';
import { ledgerOf } from '../../model/registry.ts';
import type { GivenAnswer } from './cases.ts';
import { recordAt, recordsOf } from './records.ts';
import { clerkOf, type SimNode } from './world.ts';

/** Cases of an office in a state its workflow does not declare. */
export function undeclaredStates(node: SimNode): readonly string[] {
  const states = ledgerOf('issue').workflow?.states ?? {};
  return recordsOf(node, 'issue').flatMap((id) => {
    const state = String(recordAt(node, 'issue', id)?.values['status']);
    return state in states ? [] : [`${id} at ${node.name} is in no state: ${state}`];
  });
}

/**
 * What is wrong with an answer at an office that holds it: it is one step where it was entered, none where it did not fit;
 * whom it was given to has said which of the two; its letter is there.
 */
export function misplacedAnswers(node: SimNode, { id, token, letter }: GivenAnswer): readonly string[] {
  const kept = recordAt(node, 'issue_reply', id);
  if (kept === null) return [];
  const steps = recordsOf(node, 'issue_step').filter(
    (step) => recordAt(node, 'issue_step', step)?.values['opinion'] === token,
  ).length;
  const isEntered = kept.values['outcome'] === replyOutcomes.entered;
  const isOpen = (kept.values['outcome'] ?? null) === null && node.parent !== null;
  const isRemoved = kept.removedAt !== null;
  const content = Buffer.from(node.store.attachments.read(letter.hash, clerkOf(node)) ?? []).toString();
  const claims: readonly (readonly [boolean, string])[] = [
    [isRemoved || !isOpen, 'nobody said what became of it'],
    [steps === (isEntered ? 1 : 0), `${isEntered ? 'entered' : 'not entered'}, but ${String(steps)} steps`],
    [isRemoved || content === letter.content, 'its letter is not there'],
  ];
  return claims.flatMap(([holds, what]) => (holds ? [] : [`${token} at ${node.name}: ${what}`]));
}
