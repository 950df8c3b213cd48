import { Alert, App, Button, Table } from 'antd';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useNavigation } from '../../app/navigation.ts';
import { ask, useAction } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice, Figure } from '../../ui/index.ts';
import type { ImportRun } from './read-result.ts';

interface Properties {
  readonly result: ImportRun;
  readonly ledger: AnyLedger;
  readonly batch: string;
  readonly isTrial: boolean;
}

/** What a run did or would do, in four numbers, and every cell that is wrong with its reason. */
export function ImportResult({ result, ledger, batch, isTrial }: Properties) {
  const { t, label, counter: counterOf } = useText();
  const navigation = useNavigation();
  const counter = counterOf(ledger.counter);
  const open = isTrial ? {} : { onClick: () => navigation.openList(ledger.id) };
  return (
    <>
      <div className="import-figures">
        <Figure
          label={t('import.count.created')}
          value={result.created}
          unit={counter}
          tone="done"
          {...open}
        />
        <Figure label={t('import.count.updated')} value={result.updated} unit={counter} {...open} />
        <Figure label={t('import.count.unchanged')} value={result.unchanged} unit={counter} />
        <Figure
          label={t('import.count.rejected')}
          value={result.rejected}
          unit={counter}
          tone={result.rejected > 0 ? 'wrong' : 'plain'}
        />
        {!isTrial && (
          <Button type="primary" onClick={() => navigation.openList(ledger.id)}>
            {t('import.open-list', { ledger: label(ledger.label) })}
          </Button>
        )}
      </div>
      {result.errors.length === 0 ? (
        <Alert type="success" showIcon title={t('import.errors.none')} />
      ) : (
        <Errors result={result} ledger={ledger} batch={batch} />
      )}
    </>
  );
}

function Errors({ result, ledger, batch }: Omit<Properties, 'isTrial'>) {
  const { t } = useText();
  const { errors } = result;
  return (
    <section className="import-errors" aria-labelledby="import-errors">
      <div className="panel-head">
        <h2 id="import-errors">{t('import.errors')}</h2>
        <SaveErrors ledger={ledger} batch={batch} />
      </div>
      {errors.length >= MOST_LISTED && (
        <p className="soft">{t('import.errors.some', { count: errors.length })}</p>
      )}
      <Table
        size="small"
        rowKey={(error) => `${error.row}-${error.column}-${error.code}`}
        dataSource={errors}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t('import.errors.row'), dataIndex: 'row', width: 80, align: 'right' },
          { title: t('import.errors.column'), dataIndex: 'column', width: 180, ellipsis: true },
          { title: t('import.errors.value'), dataIndex: 'value', width: 260, ellipsis: true },
          { title: t('import.errors.reason'), dataIndex: 'reason' },
        ]}
      />
    </section>
  );
}

/** The data process lists this many; all are in the workbook. */
const MOST_LISTED = 500;

function SaveErrors({ ledger, batch }: { readonly ledger: AnyLedger; readonly batch: string }) {
  const { t, label } = useText();
  const { message } = App.useApp();
  const choosing = useAction('file.save');
  const saving = useAction('import.saveErrors');
  const failure = choosing.failure ?? saving.failure;
  const save = async () => {
    const name = `${t('import.errors.file', { ledger: label(ledger.label) })}.xlsx`;
    const target = await choosing.run({ name, filter: 'xlsx' });
    if (target === null) return;
    const { token, name: saved } = target;
    const written = await saving.run({ batch, file: token });
    if (written === null) return;
    void message.success({
      duration: 8,
      content: (
        <>
          {t('import.errors.saved', { count: written.rows, name: saved })}{' '}
          <Button type="link" size="small" onClick={() => void ask('file.reveal', { token })}>
            {t('action.show-file')}
          </Button>
        </>
      ),
    });
  };
  return (
    <span>
      <Button loading={saving.isBusy} onClick={() => void save()}>
        {t('import.errors.save')}
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </span>
  );
}
