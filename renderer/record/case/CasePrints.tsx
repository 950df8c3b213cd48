import { PrinterOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import type { ShownRecord } from '../page/RecordPage.tsx';

/** The documents the last action prints, one button each. */
export function CasePrints(props: {
  readonly ledger: AnyLedger;
  readonly record: ShownRecord;
  readonly prints: readonly string[];
  readonly onPrint: (document: string) => void;
}): ReactNode {
  const { t } = useText();
  const { ledger, record, prints } = props;
  const { value = [] } = useAsk('document.kinds', { ledger: ledger.id, id: record.id });
  const offered = value.filter(({ id }) => prints.includes(id));
  if (offered.length === 0) return null;
  return (
    <Space className="case-prints">
      {offered.map(({ id, label }) => (
        <Button
          key={id}
          size="small"
          icon={<PrinterOutlined aria-hidden />}
          onClick={() => {
            props.onPrint(id);
          }}
        >
          {t('case.print', { document: label })}
        </Button>
      ))}
    </Space>
  );
}
