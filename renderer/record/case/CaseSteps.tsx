import type { ReactNode } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import type { Asked } from '../../data/index.ts';
import { formatInstant, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { AttachmentTile } from '../../widgets/index.ts';
import './case.css';

type Step = NonNullable<Output<'workflow.state'>>['steps'][number];

/** What was done with a case, newest first: who, when, with which opinion, and what the deadline became. */
export function CaseSteps({ answer }: { readonly answer: Asked<Output<'workflow.state'>> }): ReactNode {
  const { t } = useText();
  if (!answer.value)
    return answer.failure ? <FailureNotice failure={answer.failure} onRetry={answer.refresh} /> : null;
  const { steps } = answer.value;
  if (steps.length === 0) return <p className="page-empty">{t('case.no-steps')}</p>;
  return (
    <ol className="case-steps">
      {steps.toReversed().map((step) => (
        <StepLine key={step.id} step={step} />
      ))}
    </ol>
  );
}

function StepLine({ step }: { readonly step: Step }): ReactNode {
  const { t } = useText();
  const isMoved = step.from !== step.to;
  return (
    <li>
      <div className="case-step-head">
        <strong>{step.label}</strong>
        <span>{step.actor}</span>
        <time>{formatInstant(step.at)}</time>
        {step.wasLate ? <span className="case-late">{t('case.was-late')}</span> : null}
      </div>
      {isMoved ? <div className="soft">{t('case.moved', { from: step.from, to: step.to })}</div> : null}
      {step.opinion === null ? null : <p className="case-opinion">{step.opinion}</p>}
      {step.documents.map((id) => (
        <AttachmentTile key={id} hash={id} />
      ))}
      {step.explanation === null ? null : <p className="case-why">{step.explanation}</p>}
    </li>
  );
}
