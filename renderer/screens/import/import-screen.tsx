import { Steps } from 'antd';
import { useState } from 'react';
import { useUnsaved } from '../../app/use-unsaved.ts';
import { ledgerOf } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { ChooseFile } from './choose-file.tsx';
import { MapColumns } from './map-columns.tsx';
import { RunImport } from './run-import.tsx';
import { stepOf } from './stage.ts';
import type { Stage } from './stage.ts';
import './import.css';

/** Imports a sheet in four steps: file, columns, trial run, import. Nothing is written before the last. */
export function ImportScreen({ ledger }: { readonly ledger: string | null }) {
  const { t } = useText();
  const [stage, setStage] = useState<Stage>({ at: 'file' });
  const [chosen, setChosen] = useState(ledger);
  // An import that was started runs on without its page.
  const isBegun = stage.at === 'columns' || stage.at === 'check';
  useUnsaved(isBegun, isBegun ? { what: stage.sheet.file.name } : {});
  return (
    <div className="screen import">
      <h1>{t('import.title')}</h1>
      <Steps
        size="small"
        current={stepOf[stage.at]}
        items={[
          { title: t('import.step.file') },
          { title: t('import.step.columns') },
          { title: t('import.step.check') },
          { title: t('import.step.done') },
        ]}
      />
      {stage.at === 'file' && (
        <ChooseFile
          ledger={chosen === null ? null : (ledgerOf(chosen) ?? null)}
          onLedger={setChosen}
          onSheet={(sheet) => setStage({ at: 'columns', sheet })}
        />
      )}
      {stage.at === 'columns' && <MapColumns sheet={stage.sheet} onStage={setStage} />}
      {(stage.at === 'check' || stage.at === 'import') && (
        <RunImport key={stage.job} stage={stage} onStage={setStage} />
      )}
    </div>
  );
}
