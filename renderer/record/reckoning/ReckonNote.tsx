import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { ruleFollowers } from '../../../db/model/derive/rule-followers.ts';
import { useAsk, useOpenLedgers } from '../../data/index.ts';
import { formatCount, useText } from '../../text/index.ts';
import { ReckonDialog } from './ReckonDialog.tsx';

/** Over the list of a ledger of rules: how many records say what the rules said before, and the way to reckon them anew. */
export function ReckonNote({ ledger }: { readonly ledger: AnyLedger }): ReactNode {
  const { ordered } = useOpenLedgers();
  const [followers] = useState(() => ruleFollowers(ledger.id, ordered));
  return followers.length === 0 ? null : <Note ledger={ledger} followers={followers} />;
}

function Note(props: { readonly ledger: AnyLedger; readonly followers: readonly AnyLedger[] }): ReactNode {
  const { t, label } = useText();
  const { ledger, followers } = props;
  const [isOpen, setOpen] = useState(false);
  const { value: found, refresh } = useAsk('reckoning.look', { ledger: ledger.id });
  const names = followers.map((one) => label(one.label)).join(t('list.comma'));
  const count = found?.count ?? 0;
  return (
    <>
      {count === 0 ? null : (
        <Alert
          className="list-note"
          type="info"
          showIcon
          title={t('record.reckon.note', { ledgers: names, count: formatCount(count) })}
          action={
            <Button
              size="small"
              onClick={() => {
                setOpen(true);
              }}
            >
              {t('record.reckon.open')}
            </Button>
          }
        />
      )}
      {isOpen && found !== undefined ? (
        <ReckonDialog
          ledger={ledger}
          found={found}
          onClose={() => {
            setOpen(false);
            refresh();
          }}
        />
      ) : null}
    </>
  );
}
