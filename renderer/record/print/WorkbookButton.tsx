import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { ask, useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { useSavedFile } from './use-saved-file.tsx';

/** Writes a record's statutory tables as workbooks; nothing where its ledger has none. */
export function WorkbookButton({
  ledger,
  id,
  title,
}: {
  readonly ledger: AnyLedger;
  readonly id: string;
  readonly title: string;
}): ReactNode {
  const { t } = useText();
  const save = useSavedFile();
  const { value: kinds = [] } = useAsk('document.kinds', { ledger: ledger.id, id });
  return kinds
    .filter(({ hasWorkbook }) => hasWorkbook)
    .map((kind) => (
      <Button
        key={kind.id}
        icon={<DownloadOutlined aria-hidden />}
        title={kind.label}
        onClick={() =>
          save(title, 'xlsx', (file) =>
            ask('document.workbook', { ledger: ledger.id, id, document: kind.id, file }),
          )
        }
      >
        {t('document.workbook')}
      </Button>
    ));
}
