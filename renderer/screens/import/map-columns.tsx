import { Alert, Button, Select, Table } from 'antd';
import { useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { ask, newId, useAction } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { doubledFields, mappingKey, missingFields, rememberable, takenFields } from './column-mapping.ts';
import type { Inspected } from './column-mapping.ts';
import type { Sheet, Stage } from './stage.ts';
import { startRun } from './start-run.ts';
import { useInspect } from './use-inspect.ts';

interface Properties {
  readonly sheet: Sheet;
  readonly onStage: (stage: Stage) => void;
}

/** Second step: which column goes to which field, with the first rows to judge by. */
export function MapColumns({ sheet, onStage }: Properties) {
  const { t, label } = useText();
  const { ledger, inspected, mapping, file } = sheet;
  const [batch] = useState(newId);
  const start = useAction('import.start');
  const other = useInspect((read) => onStage({ at: 'columns', sheet: read }));
  const isReading = other.reading !== null;
  const doubled = doubledFields(mapping);
  const missing = missingFields(ledger, inspected, mapping).map((name) => fieldLabel(ledger, name, label));
  const matched = Object.values(mapping).filter((field) => field !== null).length;
  /** For the next sheet with these headers, and for this one when it is chosen again. */
  const remember = () =>
    void ask('preference.set', {
      key: mappingKey(ledger.id, inspected.columns),
      value: rememberable(inspected.columns, mapping),
    });
  const goBack = () => {
    remember();
    onStage({ at: 'file' });
  };
  const check = async () => {
    remember();
    const started = await start.run(startRun(sheet, { batch, dryRun: true }));
    if (started !== null) onStage({ at: 'check', sheet, batch, job: started.job });
  };
  const failure = start.failure ?? other.failure;
  return (
    <div className="import-columns">
      <div className="import-bar">
        <strong>
          {inspected.rows === 0
            ? t('import.file.unknown', { name: file.name })
            : t('import.file', { name: file.name, count: inspected.rows })}
        </strong>
        {inspected.sheets.length > 1 && (
          <label className="import-sheet">
            {t('import.sheet')}
            <Select
              size="small"
              value={inspected.sheet}
              options={inspected.sheets.map((name) => ({ value: name, label: name }))}
              loading={isReading}
              disabled={isReading}
              onChange={(name) => other.inspect({ ledger, file, sheet: name })}
            />
          </label>
        )}
        <span className="soft">
          {t('import.matched', { count: matched, skipped: inspected.columns.length - matched })}{' '}
          {sheet.isRemembered && t('import.remembered')}
        </span>
        <span className="import-buttons">
          <Button onClick={goBack}>{t('action.back')}</Button>
          <Button
            type="primary"
            title={t('import.dry.hint')}
            // Another sheet being read would come up over the run of this one.
            disabled={doubled.size > 0 || matched === 0 || isReading}
            loading={start.isBusy}
            onClick={() => void check()}
          >
            {t('import.dry')}
          </Button>
        </span>
      </div>
      {failure && <FailureNotice failure={failure} />}
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('import.missing', { fields: missing.join(t('list.comma')) })}
        />
      )}
      <TakenNote sheet={sheet} />
      <ColumnTable sheet={sheet} doubled={doubled} onStage={onStage} />
    </div>
  );
}

/** What rows will take over from the records their links name, where they leave it empty. */
function TakenNote({ sheet }: Pick<Properties, 'sheet'>) {
  const { t, label } = useText();
  const { ledger, mapping } = sheet;
  const parts = takenFields(ledger, mapping).map(({ link, fields }) =>
    t('import.taken.part', {
      link: fieldLabel(ledger, link, label),
      fields: fields.map((name) => fieldLabel(ledger, name, label)).join(t('list.comma')),
    }),
  );
  return parts.length === 0 ? null : (
    <Alert type="info" showIcon title={t('import.taken', { parts: parts.join(t('list.semicolon')) })} />
  );
}

function ColumnTable({ sheet, doubled, onStage }: Properties & { readonly doubled: ReadonlySet<string> }) {
  const { t, label } = useText();
  const { ledger, inspected, mapping } = sheet;
  const fields = Object.entries(ledger.fields)
    .filter(([, field]) => field.storage !== null && field.retired === undefined)
    .map(([value, field]) => ({ value, label: `${label(field.label)}${field.required ? ' *' : ''}` }));
  const choose = (index: number, field: string | null) =>
    onStage({ at: 'columns', sheet: { ...sheet, mapping: { ...mapping, [index]: field } } });
  const headerOf = (column: Inspected['columns'][number]) =>
    column.header === '' ? t('import.column.nameless', { number: column.index + 1 }) : column.header;
  return (
    <Table
      size="small"
      rowKey="index"
      pagination={false}
      dataSource={inspected.columns}
      columns={[
        { title: t('import.column.sheet'), width: '24%', render: (_, column) => headerOf(column) },
        {
          title: t('import.column.samples'),
          ellipsis: true,
          render: (_, column) => <span className="soft">{column.samples.join('　')}</span>,
        },
        {
          title: t('import.column.field'),
          width: '32%',
          render: (_, column) => {
            const field = mapping[column.index] ?? null;
            const isDoubled = field !== null && doubled.has(field);
            return (
              <>
                <Select
                  className="import-field"
                  aria-label={`${t('import.column.field')} ${headerOf(column)}`}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  status={isDoubled ? 'error' : ''}
                  value={field}
                  placeholder={t('import.column.skip')}
                  options={fields}
                  onChange={(chosen: string | undefined) => choose(column.index, chosen ?? null)}
                />
                {isDoubled && <p className="import-wrong">{t('import.column.twice')}</p>}
              </>
            );
          },
        },
      ]}
    />
  );
}

function fieldLabel(ledger: AnyLedger, name: string, label: ReturnType<typeof useText>['label']): string {
  const field = ledger.fields[name];
  return field === undefined ? name : label(field.label);
}
