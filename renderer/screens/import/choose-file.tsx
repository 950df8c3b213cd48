import { FileExcelOutlined } from '@ant-design/icons';
import { Alert, App, Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { DragEvent } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { droppedFile, useAction, useIsSlow, useOpenLedgers } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { isLedgerMatch, type LedgerOption, ledgerOptions } from './ledger-options.ts';
import type { ChosenFile, Sheet } from './stage.ts';
import { useInspect } from './use-inspect.ts';

interface Properties {
  readonly ledger: AnyLedger | null;
  readonly onLedger: (id: string) => void;
  readonly onSheet: (sheet: Sheet) => void;
}

/** First step: which ledger, which file. */
export function ChooseFile({ ledger, onLedger, onSheet }: Properties) {
  const { t, label } = useText();
  const { inspect, failure, reading } = useInspect(onSheet);
  const { wholeAreas } = useOpenLedgers();
  const options = useMemo(() => ledgerOptions(wholeAreas, label), [wholeAreas, label]);
  return (
    <div className="import-choose">
      <label className="import-ledger">
        <span>{t('import.ledger')}</span>
        <Select
          value={ledger?.id ?? null}
          onChange={onLedger}
          options={options}
          placeholder={t('import.ledger.placeholder')}
          listHeight={LIST_HEIGHT_PX}
          showSearch={{ filterOption: (typed, option) => option !== undefined && isShown(typed, option) }}
          optionRender={({ data }) => <LedgerLine {...data} />}
        />
        {ledger && <TemplateButton ledger={ledger} />}
      </label>
      <DropZone ledger={ledger} reading={reading} onFile={(file) => ledger && inspect({ ledger, file })} />
      {failure && <FailureNotice failure={failure} />}
    </div>
  );
}

/** Half the screen of most offices: some fifteen of a hundred ledgers at a time. */
const LIST_HEIGHT_PX = 420;

type Entry = ReturnType<typeof ledgerOptions>[number];

/** A heading has no words of its own: it stays while one of its ledgers does. */
const isShown = (typed: string, option: Entry | LedgerOption): boolean =>
  'words' in option && isLedgerMatch(typed, option);

function LedgerLine({ label, whole }: { readonly label: string; readonly whole?: string }) {
  const { t } = useText();
  return (
    <span className="import-ledger-line">
      {label}
      {whole && <span className="soft">{t('search.lists.part', { whole })}</span>}
    </span>
  );
}

interface DropProperties {
  readonly ledger: AnyLedger | null;
  /** Name of the file being read. */
  readonly reading: string | null;
  readonly onFile: (file: ChosenFile) => void;
}

function DropZone({ ledger, reading, onFile }: DropProperties) {
  const { t } = useText();
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<'import.drop.not-file' | null>(null);
  const isSlow = useIsSlow(reading !== null);
  const open = useAction('file.open');
  const choose = async () => {
    const chosen = await open.run({ filter: 'sheet' });
    if (chosen !== null) onFile(chosen);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    const chosen = file === undefined ? null : await droppedFile(file);
    setProblem(chosen === null ? 'import.drop.not-file' : null);
    if (chosen !== null) onFile(chosen);
  };
  return (
    <div
      className={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <FileExcelOutlined aria-hidden className="drop-zone-icon" />
      <p className="drop-zone-title">{t(dropTitle(ledger, isOver))}</p>
      <Button
        type="primary"
        size="large"
        disabled={ledger === null}
        loading={isSlow}
        onClick={() => void choose()}
      >
        {isSlow && reading !== null ? t('import.reading', { name: reading }) : t('import.choose')}
      </Button>
      <p className="soft">{t('import.drop.hint')}</p>
      {problem && <Alert type="warning" showIcon title={t(problem)} />}
      {open.failure && <FailureNotice failure={open.failure} />}
    </div>
  );
}

function dropTitle(ledger: AnyLedger | null, isOver: boolean) {
  if (ledger === null) return 'import.drop.first';
  return isOver ? 'import.drop.over' : 'import.drop';
}

function TemplateButton({ ledger }: { readonly ledger: AnyLedger }) {
  const { t, label } = useText();
  const { message } = App.useApp();
  const choosing = useAction('file.save');
  const template = useAction('import.template');
  const failure = choosing.failure ?? template.failure;
  const save = async () => {
    const name = `${t('import.template.file', { ledger: label(ledger.label) })}.xlsx`;
    const target = await choosing.run({ name, filter: 'xlsx' });
    if (target === null) return;
    const saved = await template.run({ ledger: ledger.id, file: target.token });
    if (saved !== null) void message.success(t('import.template.saved', { name: target.name }));
  };
  return (
    <>
      <Button loading={template.isBusy} onClick={() => void save()}>
        {t('import.template')}
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </>
  );
}
