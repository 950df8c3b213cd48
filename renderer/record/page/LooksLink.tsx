import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { useText } from '../../text/index.ts';

/** Opens the log of looks at one record. */
export function LooksLink({ ledger, id }: { readonly ledger: string; readonly id: string }): ReactNode {
  const { t } = useText();
  const navigation = useNavigation();
  return (
    <Button
      type="link"
      size="small"
      icon={<EyeOutlined aria-hidden />}
      onClick={() => navigation.openScreen('looks', `${ledger}/${id}`)}
    >
      {t('looks.of-record')}
    </Button>
  );
}
