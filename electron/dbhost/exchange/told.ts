import { mediumProblems, type MediumProblem } from '../../../db/exchange/medium/medium-problem.ts';
import { exchangeRefusalText, type ExchangeRefusal } from '../../../db/exchange/sync/refusal.ts';
import type { MediumRefusal } from '../../../db/exchange/sync/send.ts';
import type { Language } from '../../contract/calls.ts';
import { Refusal } from '../../contract/serve.ts';
import { Stopped } from '../jobs/jobs.ts';

/** A refusal of the exchange or of a medium. */
export type AnyRefusal = ExchangeRefusal | MediumRefusal;

/** Its code, and the sentence of the closed lists in the caller's language. Codes of media begin with `medium-`. */
export function problemOf(
  refusal: AnyRefusal,
  language: Language,
): { readonly code: string; readonly text: string } {
  if (refusal.code !== 'medium') return { code: refusal.code, text: exchangeRefusalText(refusal)[language] };
  return { code: mediumCode(refusal.problem), text: mediumProblems[refusal.problem][language] };
}

const mediumCode = (problem: MediumProblem): string =>
  problem.startsWith('medium-') ? problem : `medium-${problem}`;

/** The same as a failure; the window shows `details.text`. */
export function refusalOf(refusal: AnyRefusal, language: Language): Refusal {
  const { code, text } = problemOf(refusal, language);
  const details = refusal.code === 'medium' ? {} : refusal.details;
  return new Refusal('exchange', code, { ...details, text });
}

/** How a job ends that was refused: stopped when it was the user who stopped it. */
export function endOf(refusal: AnyRefusal, language: Language): Refusal | Stopped {
  const isStopped =
    refusal.code === 'cancelled' || (refusal.code === 'medium' && refusal.problem === 'cancelled');
  return isStopped ? new Stopped() : refusalOf(refusal, language);
}
