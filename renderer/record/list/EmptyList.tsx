import { Button, Empty, Space } from 'antd';
import type { ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { useText } from '../../text/index.ts';
import { useListSurface } from './list-context.ts';

/** What stands where rows would: the next step when nothing was entered yet, a way back when the filter hides all. */
export function EmptyList(): ReactNode {
  const { t, label, one } = useText();
  const { ledger, state } = useListSurface();
  const navigation = useNavigation();
  const isFiltered = Object.keys(state.where).length > 0;
  const name = label(ledger.label);
  return (
    <div className="list-empty">
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={t(isFiltered ? 'record.noMatch' : 'record.noRows', { ledger: name })}
      >
        {isFiltered ? (
          <Button type="primary" onClick={state.clearFilters}>
            {t('record.clearFilters')}
          </Button>
        ) : (
          <Space>
            <Button
              type="primary"
              onClick={() => {
                navigation.openNew(ledger.id);
              }}
            >
              {t('record.addTo', { ledger: one(ledger.label) })}
            </Button>
            <Button
              onClick={() => {
                navigation.openImport(ledger.id);
              }}
            >
              {t('record.importFile')}
            </Button>
          </Space>
        )}
      </Empty>
    </div>
  );
}
