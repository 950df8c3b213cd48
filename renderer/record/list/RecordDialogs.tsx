import type { ReactNode } from 'react';
import { BatchDialog } from '../batch/BatchDialog.tsx';
import { CasesDialog } from '../case/CasesDialog.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { FillDialog } from '../fill/FillDialog.tsx';
import { EndDialog } from '../page/EndDialog.tsx';
import { ListPrint } from '../print/ListPrint.tsx';
import { RecordPrint } from '../print/RecordPrint.tsx';
import { useListSurface } from './list-context.ts';
import type { ListState } from './use-list-state.ts';
import type { Row } from './use-rows.ts';
import type { Scope } from './use-selection.ts';

/** The dialog a list has open. */
export type OpenDialog =
  | { readonly kind: 'batch' | 'export' | 'fill' | 'print'; readonly scope: Scope }
  | { readonly kind: 'print-record'; readonly id: string }
  | { readonly kind: 'act'; readonly ids: readonly string[]; readonly action: string }
  | { readonly kind: 'end'; readonly rows: readonly Row[] };

export interface RecordDialogsProps {
  readonly dialog: OpenDialog | null;
  readonly state: ListState;
  readonly total: number | null;
  /** `isDone` = something was carried out, so that the selection can be let go. */
  readonly onClose: (isDone: boolean) => void;
}

/** Shows the open dialog, if any. */
export function RecordDialogs({ dialog, state, total, onClose }: RecordDialogsProps): ReactNode {
  const { ledger } = useListSurface();
  if (dialog === null) return null;
  const columns = state.columns.map((column) => column.field);
  switch (dialog.kind) {
    case 'batch':
      return <BatchDialog ledger={ledger} scope={dialog.scope} onClose={onClose} />;
    case 'export':
      return (
        <ExportDialog
          ledger={ledger}
          scope={dialog.scope}
          where={state.where}
          sort={state.sort}
          total={total}
          columns={columns}
          onClose={onClose}
        />
      );
    case 'fill':
      return (
        <FillDialog
          ledger={ledger}
          selection={
            'ids' in dialog.scope || state.sort === null
              ? dialog.scope
              : { ...dialog.scope, sort: state.sort }
          }
          count={'ids' in dialog.scope ? dialog.scope.ids.length : total}
          onClose={onClose}
        />
      );
    case 'print':
      return (
        <ListPrint
          ledger={ledger}
          scope={dialog.scope}
          sort={state.sort}
          columns={columns}
          onClose={onClose}
        />
      );
    case 'act':
      return <CasesDialog ledger={ledger} ids={dialog.ids} action={dialog.action} onClose={onClose} />;
    case 'print-record':
      return <RecordPrint ledger={ledger} id={dialog.id} onClose={onClose} />;
    case 'end':
      return (
        <EndDialog
          ledger={ledger}
          records={dialog.rows.map((row) => ({
            id: row.id,
            version: row.version,
            title: rowTitle(row, ledger.title),
          }))}
          onClose={onClose}
        />
      );
  }
}

const rowTitle = (row: Row, title: readonly string[]): string =>
  title
    .map((field) => row.texts[field] ?? '')
    .filter((text) => text !== '')
    .join(' ');
