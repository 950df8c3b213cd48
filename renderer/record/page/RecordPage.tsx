import { Skeleton } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { EmptyState, FailureNotice } from '../../ui/index.ts';
import { CasePart } from '../case/CasePart.tsx';
import { FillDialog } from '../fill/FillDialog.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { dossierFile } from '../print/document-ids.ts';
import { RecordPrint } from '../print/RecordPrint.tsx';
import { ReturnedNotice } from '../state/ReturnedNotice.tsx';
import { useRecordState } from '../state/use-record-state.ts';
import { EndDialog } from './EndDialog.tsx';
import { PageHeader } from './PageHeader.tsx';
import { PageSections } from './PageSections.tsx';
import { PageSide } from './PageSide.tsx';
import { usePageKeys } from './use-page-keys.ts';
import { useSavedToast } from './use-undo.tsx';
import './page.css';

export interface RecordPageProps {
  readonly ledger: AnyLedger;
  readonly id: string;
  /** Field that is scrolled to and marked. */
  readonly field: string | null;
}

/** A record as read, never `null`. */
export type ShownRecord = NonNullable<Output<'record.get'>>;

/** One record, one page: its fields, everything that points to it, its history. */
export function RecordPage({ ledger, id, field }: RecordPageProps): ReactNode {
  const { t, one } = useText();
  const navigation = useNavigation();
  const { value, failure, isSlow, refresh } = useAsk('record.get', { ledger: ledger.id, id });
  const title = value?.title;
  useEffect(() => {
    if (title !== undefined) navigation.setTabTitle(title);
  }, [navigation, title]);
  if (value) return <Shown ledger={ledger} record={value} field={field} onSaved={refresh} />;
  if (failure) return <FailureNotice failure={failure} onRetry={refresh} />;
  if (value === null) return <EmptyState title={t('record.unknown', { ledger: one(ledger.label) })} />;
  return isSlow ? <Skeleton className="page-skeleton" active paragraph={{ rows: 8 }} /> : null;
}

type Mode = 'read' | 'edit' | 'fill' | 'print' | 'dossier' | 'end';

function Shown({
  ledger,
  record,
  field,
  onSaved,
}: {
  readonly ledger: AnyLedger;
  readonly record: ShownRecord;
  readonly field: string | null;
  readonly onSaved: () => void;
}): ReactNode {
  const navigation = useNavigation();
  const toast = useSavedToast();
  const state = useRecordState(ledger.id, record.id);
  const [mode, setMode] = useState<Mode>('read');
  const [document, setDocument] = useState<string | null>(null);
  const read = (): void => {
    setMode('read');
    setDocument(null);
  };
  const root = usePageKeys(mode === 'read', {
    edit: () => {
      if (record.removedAt === null) setMode('edit');
    },
    leave: () => {
      navigation.closeTab();
    },
  });
  return (
    <div className="page" ref={root} tabIndex={-1}>
      <PageHeader
        ledger={ledger}
        record={record}
        state={state}
        isEditing={mode === 'edit'}
        onMode={setMode}
      />
      <CasePart
        ledger={ledger}
        record={record}
        isShown={mode !== 'edit'}
        onActed={onSaved}
        onPrint={(one) => {
          setDocument(one);
          setMode('print');
        }}
      />
      {state?.state === 'returned' ? <ReturnedNotice ledger={ledger} state={state} /> : null}
      {mode === 'edit' ? (
        <RecordForm
          ledger={ledger}
          id={record.id}
          record={record}
          field={field}
          onLeave={read}
          onSaved={(saved, andNew) => {
            // Without waiting for the topic: what was just saved must not be seen as it was before.
            onSaved();
            toast(saved.change);
            read();
            if (andNew) navigation.openNew(ledger.id);
          }}
        />
      ) : (
        <div className="page-body">
          <PageSections
            ledger={ledger}
            record={record}
            marked={field ?? state?.field ?? null}
            state={state}
          />
          <PageSide ledger={ledger} record={record} />
        </div>
      )}
      {mode === 'fill' ? (
        <FillDialog ledger={ledger} selection={{ ids: [record.id] }} count={1} onClose={read} />
      ) : null}
      {mode === 'print' ? (
        <RecordPrint ledger={ledger} id={record.id} document={document} onClose={read} />
      ) : null}
      {mode === 'dossier' ? (
        <RecordPrint ledger={ledger} id={record.id} document={dossierFile} onClose={read} />
      ) : null}
      {mode === 'end' ? <EndDialog ledger={ledger} records={[record]} onClose={read} /> : null}
    </div>
  );
}
