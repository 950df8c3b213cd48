import { Button } from 'antd';
import { useAction } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { DriveList } from '../drive-list.tsx';
import type { DriveUse } from '../drive-fitness.ts';
import type { Peer } from '../../../data/index.ts';
import { useDrives } from '../use-drives.ts';
import { WriteProblem } from '../write-problem.tsx';
import type { SendStage } from './send-stage.ts';

interface Properties {
  readonly parent: Peer;
  readonly stage: Extract<SendStage, { at: 'drive' }>;
  readonly onStage: (stage: SendStage) => void;
}

/** Second step: which stick. */
export function ChooseStick({ parent, stage, onStage }: Properties) {
  const { t } = useText();
  const use: DriveUse = { for: 'writing', neededBytes: stage.neededBytes };
  const pick = useDrives(use);
  const start = useAction('exchange.export');
  const write = async () => {
    if (pick.chosen === null) return;
    const started = await start.run({ peer: parent.node, drive: pick.chosen.id, ...stage.choices });
    if (started !== null) onStage({ at: 'work', job: started.job, back: stage });
  };
  return (
    <div className="exchange-narrow">
      <DriveList pick={pick} use={use} />
      {start.failure && <WriteProblem failure={start.failure} />}
      <div className="exchange-buttons">
        <Button onClick={() => onStage({ at: 'check' })}>{t('exchange.send.back')}</Button>
        <Button
          type="primary"
          size="large"
          disabled={pick.chosen === null}
          loading={start.isBusy}
          onClick={() => void write()}
        >
          {t('exchange.send.start')}
        </Button>
      </div>
    </div>
  );
}
