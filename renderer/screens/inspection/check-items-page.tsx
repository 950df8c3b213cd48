import { Button } from 'antd';
import { useState } from 'react';
import type { PagePanelProps } from '../../app/section-panels.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { CheckSummary } from './check-summary.tsx';
import { itemsWith, marks, readCheck } from './check-state.ts';
import type { CheckState, Mark, Sheet, SheetItem } from './check-state.ts';
import { OrderDialog } from './order-dialog.tsx';
import './inspection.css';

/** What was found, the wrong things first, and what is to be done about them. */
export function CheckItemsPage({ id, values, isRemoved }: PagePanelProps) {
  const { t } = useText();
  const { list } = values;
  const sheet = useAsk('inspection.sheet', typeof list === 'string' ? { list } : null);
  const kept = useAsk('record.total', { ledger: 'inspection_finding', where: { inspection: id } });
  if (sheet.failure && !sheet.value) return <FailureNotice failure={sheet.failure} onRetry={sheet.refresh} />;
  if (typeof list !== 'string') return <p className="soft">{t('inspection.without-list')}</p>;
  if (!sheet.value) return null;
  const state = readCheck(values);
  const failed = itemsWith(state, sheet.value.items, 'failed');
  const isOpen = !isRemoved && failed.length > 0 && kept.value?.total === 0;
  return (
    <div className="check">
      <div className="check-head">
        <CheckSummary sheet={sheet.value} state={state} />
        {isOpen && <OrderButton inspection={id} values={values} sheet={sheet.value} state={state} />}
      </div>
      <Found items={failed} state={state} />
      {marks
        .filter((mark) => mark !== 'failed')
        .map((mark) => (
          <Others key={mark} mark={mark} items={itemsWith(state, sheet.value?.items ?? [], mark)} />
        ))}
    </div>
  );
}

function Found({ items, state }: { readonly items: readonly SheetItem[]; readonly state: CheckState }) {
  const { t } = useText();
  return items.map((item) => (
    <div key={item.no} className="check-row check-failed">
      <span className="check-no">{item.no}</span>
      <span className="check-group">{item.group}</span>
      <span className="check-wording">
        {item.wording}
        {(state.notes.get(item.no) ?? '') !== '' && (
          <strong className="check-said">{state.notes.get(item.no)}</strong>
        )}
      </span>
      <span className="check-mark-text">
        {t(item.isMajor ? 'inspection.failed-major' : 'inspection.mark.failed')}
      </span>
    </div>
  ));
}

/** The items that are in order or do not apply, folded: only their numbers count later. */
function Others({ mark, items }: { readonly mark: Mark; readonly items: readonly SheetItem[] }) {
  const { t } = useText();
  if (items.length === 0) return null;
  return (
    <details className="check-others">
      <summary>{t('inspection.others', { mark: t(`inspection.mark.${mark}`), count: items.length })}</summary>
      <ul>
        {items.map(({ no, wording }) => (
          <li key={no}>
            {no} {wording}
          </li>
        ))}
      </ul>
    </details>
  );
}

function OrderButton(props: {
  readonly inspection: string;
  readonly values: PagePanelProps['values'];
  readonly sheet: Sheet;
  readonly state: CheckState;
}) {
  const { t } = useText();
  const navigation = useNavigation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('inspection.order')}
      </Button>
      {isOpen && (
        <OrderDialog
          {...props}
          onClose={(notice) => {
            setOpen(false);
            if (notice !== null) navigation.openRecord('rectification', notice);
          }}
        />
      )}
    </>
  );
}
