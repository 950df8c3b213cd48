import type { ReactNode } from 'react';
import { ledgerOf } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import './batch.css';

/** A record a batch changes: the texts of each changed field, before and after. */
interface ChangedRow {
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  readonly texts: Readonly<Record<string, readonly [before: string, after: string]>>;
}

/** What records hold now and what they would hold, a line for each field. */
export function BeforeAfter({ rows }: { readonly rows: readonly ChangedRow[] }): ReactNode {
  const { t, label } = useText();
  const labelOf = (ledger: string, name: string): string => {
    const field = ledgerOf(ledger)?.fields[name];
    return field === undefined ? name : label(field.label);
  };
  const shown = (text: string): string => (text === '' ? t('record.emptyValue') : text);
  return (
    <table className="batch-table">
      <thead>
        <tr>
          <th>{t('record.batchRecord')}</th>
          <th>{t('record.batchField')}</th>
          <th>{t('record.batchBefore')}</th>
          <th>{t('record.batchAfter')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row) =>
          Object.entries(row.texts).map(([name, [before, after]]) => (
            <tr key={`${row.id} ${name}`}>
              <td>{row.title}</td>
              <td>{labelOf(row.ledger, name)}</td>
              <td>{shown(before)}</td>
              <td>{shown(after)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
