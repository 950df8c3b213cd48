import { FolderOpenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';

/** Prints the whole file of a case in one click; nothing where a ledger has none. */
export function DossierButton(props: {
  readonly ledger: AnyLedger;
  readonly id: string;
  readonly onPrint: () => void;
}): ReactNode {
  const { t } = useText();
  const { value: kinds = [] } = useAsk('document.kinds', { ledger: props.ledger.id, id: props.id });
  if (!kinds.some(({ kind }) => kind === 'dossier')) return null;
  return (
    <Button icon={<FolderOpenOutlined aria-hidden />} onClick={props.onPrint}>
      {t('document.printDossier')}
    </Button>
  );
}
