import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useText } from '../../text/index.ts';
import type { RowState } from './row-states.ts';

/** The parent sent this record back: which field, why, and what happens after the correction. */
export function ReturnedNotice({
  ledger,
  state,
}: {
  readonly ledger: AnyLedger;
  readonly state: RowState;
}): ReactNode {
  const { t, label } = useText();
  const field = ledger.fields[state.field ?? ''];
  const where = field === undefined ? '' : label(field.label) + t('record.colon');
  const why = `${where}${state.reason ?? ''}`;
  return (
    <Alert
      type="error"
      showIcon
      className="page-returned"
      title={t('exchange.row.returned.title', { why })}
    />
  );
}
