import { Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { EntryModal } from '../../app/entry-modal.tsx';
import type { Where } from '../../app/tab-target.ts';
import { formatCount, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import type { Scope } from '../list/use-selection.ts';
import { ColumnOrder } from './ColumnOrder.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { useExport, type ExportFormat } from './use-export.ts';
import './export.css';

export interface ExportDialogProps {
  readonly ledger: AnyLedger;
  /** What the list has selected, or its filter. */
  readonly scope: Scope;
  readonly where: Where;
  readonly sort: string | null;
  readonly total: number | null;
  /** Columns of the list, ticked at first. */
  readonly columns: readonly string[];
  readonly onClose: (isDone: boolean) => void;
}

/** Writes rows to a workbook or a text table: which rows, which columns in which order, which format. */
export function ExportDialog(props: ExportDialogProps): ReactNode {
  const { t, label } = useText();
  const { ledger, scope, where, sort, total } = props;
  const [fields, setFields] = useState(props.columns);
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const hasIds = 'ids' in scope;
  const [isSelection, setSelection] = useState(hasIds);
  const work = useExport({ ledger, fields, format, sort, scope: isSelection ? scope : { where } });
  const counter = label(ledger.counter);
  const count = formatCount(hasIds ? scope.ids.length : 0);
  const isStarted = work.isBegun;
  return (
    <EntryModal
      width={560}
      title={t('record.exportTitle', { ledger: label(ledger.label) })}
      isUnsaved={!isStarted && fields !== props.columns}
      okText={t('record.exportStart')}
      okButtonProps={{ disabled: fields.length === 0, loading: work.isStarting }}
      cancelText={t('action.close')}
      {...(isStarted
        ? {
            footer: (
              <Button
                onClick={() => {
                  props.onClose(true);
                }}
              >
                {t('action.close')}
              </Button>
            ),
          }
        : {})}
      onOk={() => void work.start()}
      onClose={() => {
        props.onClose(isStarted);
      }}
    >
      {work.failure ? <FailureNotice failure={work.failure} /> : null}
      {isStarted ? (
        <ExportProgress work={work} ledger={ledger} />
      ) : (
        <div className="export-form">
          <Radio.Group
            value={isSelection}
            aria-label={t('record.exportRows')}
            onChange={(event) => {
              setSelection(event.target.value === true);
            }}
          >
            <Radio value={true} disabled={!hasIds}>
              {t('record.exportSelection', { count, counter })}
            </Radio>
            <Radio value={false}>
              {t('record.exportAll', { count: total === null ? '' : formatCount(total), counter })}
            </Radio>
          </Radio.Group>
          <Radio.Group
            value={format}
            aria-label={t('record.exportFormat')}
            onChange={(event) => {
              setFormat(event.target.value === 'csv' ? 'csv' : 'xlsx');
            }}
          >
            <Radio value="xlsx">{t('record.exportXlsx')}</Radio>
            <Radio value="csv">{t('record.exportCsv')}</Radio>
          </Radio.Group>
          <ColumnOrder ledger={ledger} chosen={fields} onChange={setFields} />
          <p className="form-soft">{t('record.exportMasked')}</p>
        </div>
      )}
    </EntryModal>
  );
}
