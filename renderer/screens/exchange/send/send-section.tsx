import { Button, Steps } from 'antd';
import { useContext, useState } from 'react';
import { ShownPartContext } from '../../../app/use-shown.ts';
import { useUnsaved } from '../../../app/use-unsaved.ts';
import { isReady, parentOf, useJob, useJobs } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { EmptyState } from '../../../ui/index.ts';
import { useExchange } from '../exchange-place.ts';
import type { Peer } from '../../../data/index.ts';
import { useStepFocus } from '../use-step-focus.ts';
import { CheckContent } from './check-content.tsx';
import { ChooseStick } from './choose-stick.tsx';
import { firstStage, stepOf } from './send-stage.ts';
import { SendWork } from './send-work.tsx';

/** Sending to the parent in four steps: content, stick, writing with the read-back, result. */
export function SendSection() {
  const { t } = useText();
  const { overview, go } = useExchange();
  const parent = parentOf(overview);
  if (!isReady(overview) || parent === undefined) {
    const body =
      overview.enrolment === 'requested'
        ? 'exchange.not-enrolled.requested'
        : overview.role === 'city'
          ? 'exchange.no-parent.body'
          : 'exchange.not-enrolled.body';
    return (
      <div className="exchange-part">
        <EmptyState
          title={t(overview.role === 'city' ? 'exchange.no-parent' : 'exchange.not-enrolled')}
          body={t(body)}
        >
          <Button type="primary" onClick={() => go('offices')}>
            {t('exchange.not-enrolled.go')}
          </Button>
        </EmptyState>
      </div>
    );
  }
  return <SendWizard parent={parent} />;
}

function SendWizard({ parent }: { readonly parent: Peer }) {
  const { t } = useText();
  const jobs = useJobs();
  const [stage, setStage] = useState(() => firstStage(jobs));
  const job = useJob(stage.at === 'work' ? stage.job : null);
  useUnsaved(stage.at === 'drive', { what: t('exchange.send.title', { name: parent.name }) });
  const isShown = useContext(ShownPartContext);
  const [wasShown, setWasShown] = useState(isShown);
  if (wasShown !== isShown) {
    setWasShown(isShown);
    // "Safe to remove" speaks of the stick that is in now; whoever comes back later must not read it of another.
    if (!isShown && job !== null && job.state !== 'running') setStage({ at: 'check' });
  }
  const box = useStepFocus(`${stage.at} ${job?.state ?? ''}`);
  return (
    <div className="exchange-part" ref={box} tabIndex={-1}>
      <h2>{t('exchange.send.title', { name: parent.name })}</h2>
      <Steps
        size="small"
        className="exchange-steps"
        current={stepOf(stage, job?.state === 'done')}
        items={[
          { title: t('exchange.send.step.check') },
          { title: t('exchange.send.step.drive') },
          { title: t('exchange.send.step.write') },
          { title: t('exchange.send.step.done') },
        ]}
      />
      {stage.at === 'check' && (
        <CheckContent
          parent={parent}
          onNext={(choices, neededBytes) => setStage({ at: 'drive', choices, neededBytes })}
        />
      )}
      {stage.at === 'drive' && <ChooseStick parent={parent} stage={stage} onStage={setStage} />}
      {stage.at === 'work' && <SendWork stage={stage} onStage={setStage} />}
    </div>
  );
}
