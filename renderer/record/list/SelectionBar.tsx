import { Button, Dropdown, Space } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { formatCount, useText } from '../../text/index.ts';
import { endingKey } from '../page/ending.ts';
import { useListSurface } from './list-context.ts';
import type { ToolbarProps } from './ListToolbar.tsx';

/** Rows that can be ended in one go; each is a change of its own that can be taken back. */
const MAX_ENDED = 200;

/** Appears once rows are selected: how many, and what can be done with them. */
export function SelectionBar({ total, scope, onDialog }: ToolbarProps): ReactNode {
  const { t, label } = useText();
  const { ledger, selection } = useListSurface();
  const count = selection.isAll ? (total?.total ?? 0) : selection.rows.length;
  const args = { count: formatCount(count), counter: label(ledger.counter) };
  const canEnd = !selection.isAll && count <= MAX_ENDED;
  return (
    <div className="list-selection" role="region" aria-label={t('record.selected', args)}>
      <span>{t(selection.isAll ? 'record.selectedAll' : 'record.selected', args)}</span>
      {!selection.isAll && total !== null && total.total > count ? (
        <Button type="link" size="small" onClick={selection.selectAll}>
          {t('record.selectAllOf', { count: formatCount(total.total), counter: label(ledger.counter) })}
        </Button>
      ) : null}
      <Space size={8} className="list-actions">
        <ActMenu onDialog={onDialog} />
        {selectionActions(ledger).map((kind) => (
          <Button
            key={kind}
            onClick={() => {
              onDialog({ kind, scope });
            }}
          >
            {kind === 'fill' ? t('fill.action') : t(`record.${kind}`)}
          </Button>
        ))}
        <Button
          danger
          disabled={!canEnd}
          title={canEnd ? '' : t('record.endTooMany', { max: MAX_ENDED })}
          onClick={() => {
            onDialog({ kind: 'end', rows: selection.rows });
          }}
        >
          {t(endingKey(ledger))}
        </Button>
        <Button type="link" size="small" onClick={selection.clear}>
          {t('record.clearSelection')}
        </Button>
      </Space>
    </div>
  );
}

/** Actions of the workflow for the selected cases; those it does not fit are told afterwards. */
function ActMenu({ onDialog }: Pick<ToolbarProps, 'onDialog'>): ReactNode {
  const { t, label } = useText();
  const { ledger, selection } = useListSurface();
  const { workflow } = ledger;
  if (workflow === undefined) return null;
  const isTooMany = selection.isAll || selection.rows.length > MAX_ENDED;
  const items = Object.entries(workflow.actions).map(([key, action]) => ({
    key,
    label: label(action.label),
  }));
  const open = (action: string): void => {
    onDialog({ kind: 'act', action, ids: selection.rows.map(({ id }) => id) });
  };
  return (
    <Dropdown
      trigger={['click']}
      disabled={isTooMany}
      menu={{ items, className: 'list-act-menu', onClick: ({ key }) => open(key) }}
    >
      <Button title={isTooMany ? t('case.many-too-many', { max: MAX_ENDED }) : ''}>{t('case.many')}</Button>
    </Dropdown>
  );
}

/** Sensitive ledgers are not exported and do not go into general forms; the mark beside the list's name says so. */
const selectionActions = ({ sensitive }: AnyLedger): readonly ('batch' | 'export' | 'fill' | 'print')[] =>
  sensitive ? ['batch', 'print'] : ['batch', 'export', 'fill', 'print'];
