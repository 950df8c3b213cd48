import { EditOutlined, FileDoneOutlined, PrinterOutlined } from '@ant-design/icons';
import { App, Button, Space, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { ask, newId, useAlone } from '../../data/index.ts';
import { failureText, formatInstant, useText } from '../../text/index.ts';
import { SensitiveMark } from '../../ui/index.ts';
import { DossierButton } from '../print/DossierButton.tsx';
import { WorkbookButton } from '../print/WorkbookButton.tsx';
import type { RowState } from '../state/row-states.ts';
import { StateMark } from '../state/StateMark.tsx';
import { endingKey } from './ending.ts';
import type { ShownRecord } from './RecordPage.tsx';

/** Who or what it is, whether it still holds, and what can be done with it. */
export function PageHeader(props: {
  readonly ledger: AnyLedger;
  readonly record: ShownRecord;
  /** How far it has come on its way to the parent; `null` where that means nothing. */
  readonly state: RowState | null;
  readonly isEditing: boolean;
  readonly onMode: (mode: 'edit' | 'fill' | 'print' | 'dossier' | 'end') => void;
}): ReactNode {
  const { t, label } = useText();
  const { ledger, record } = props;
  return (
    <header className="page-header">
      <Tag className="page-ledger">{label(ledger.label)}</Tag>
      {ledger.sensitive ? <SensitiveMark /> : null}
      <h1 className="page-title" title={record.title}>
        {record.title}
      </h1>
      <span className="page-subtitle">{record.subtitle}</span>
      {props.state === null ? null : <StateMark state={props.state} />}
      {props.isEditing ? null : record.removedAt === null ? (
        <Space className="page-actions">
          <Button
            type="primary"
            icon={<EditOutlined aria-hidden />}
            title="F2"
            onClick={() => {
              props.onMode('edit');
            }}
          >
            {t('record.edit')}
          </Button>
          {ledger.sensitive ? null : (
            <Button
              icon={<FileDoneOutlined aria-hidden />}
              onClick={() => {
                props.onMode('fill');
              }}
            >
              {t('fill.action')}
            </Button>
          )}
          <Button
            icon={<PrinterOutlined aria-hidden />}
            onClick={() => {
              props.onMode('print');
            }}
          >
            {t('record.print')}
          </Button>
          <WorkbookButton ledger={ledger} id={record.id} title={record.title} />
          <DossierButton
            ledger={ledger}
            id={record.id}
            onPrint={() => {
              props.onMode('dossier');
            }}
          />
          {mayEnd(ledger, record) ? (
            <Button
              danger
              onClick={() => {
                props.onMode('end');
              }}
            >
              {t(endingKey(ledger))}
            </Button>
          ) : null}
        </Space>
      ) : (
        <Ended ledger={ledger} record={record} />
      )}
    </header>
  );
}

/** A case that is being handled ends by its workflow. */
function mayEnd({ workflow }: AnyLedger, record: ShownRecord): boolean {
  return workflow === undefined || workflow.begins.includes(String(record.values[workflow.state] ?? ''));
}

function Ended({ ledger, record }: { readonly ledger: AnyLedger; readonly record: ShownRecord }): ReactNode {
  const { t } = useText();
  const { message } = App.useApp();
  const restore = useAlone(async () => {
    const reply = await ask('record.restore', { writeId: newId(), ledger: ledger.id, id: record.id });
    if (reply.ok) message.success(t('record.restored'));
    else message.error(failureText(reply.failure, t));
  });
  const args = {
    verb: t(endingKey(ledger)),
    at: formatInstant(record.removedAt ?? ''),
    reason: record.removedReason ?? '',
  };
  return (
    <Space className="page-actions">
      <Tag color="red">{t('record.endedOn', args)}</Tag>
      <Button type="primary" onClick={() => void restore()}>
        {t('record.restore')}
      </Button>
    </Space>
  );
}
