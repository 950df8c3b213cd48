import { App, Input } from 'antd';
import { useState } from 'react';
import { EntryModal } from '../../../app/entry-modal.tsx';
import { useAction } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import type { Peer } from '../../../data/index.ts';
import { useExchanged } from '../use-exchanged.ts';

const LONGEST_REASON = 200;

/** Revokes the computer of an office below, with the reason; says what that ends and what it leaves. */
export function RevokeDialog({ peer, onClose }: { readonly peer: Peer; readonly onClose: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const revoke = useAction('exchange.revoke');
  const exchanged = useExchanged();
  const canRevoke = reason.trim() !== '';
  const run = async () => {
    const done = await revoke.run({ node: peer.node, reason: reason.trim() });
    if (done === null) return;
    void message.success(t('exchange.offices.revoked.done', { name: peer.name }));
    exchanged();
    onClose();
  };
  return (
    <EntryModal
      title={t('exchange.offices.revoke.title', { name: peer.name })}
      okText={t('exchange.offices.revoke')}
      okButtonProps={{ danger: true, disabled: !canRevoke, loading: revoke.isBusy }}
      cancelText={t('action.cancel')}
      isUnsaved={canRevoke}
      onOk={() => void run()}
      onClose={onClose}
    >
      <div className="exchange-dialog">
        <p>{t('exchange.offices.revoke.body')}</p>
        <label htmlFor="revoke-reason">{t('exchange.offices.revoke.reason')}</label>
        <Input
          id="revoke-reason"
          autoFocus
          value={reason}
          maxLength={LONGEST_REASON}
          placeholder={t('exchange.offices.revoke.placeholder')}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={() => {
            if (canRevoke) void run();
          }}
        />
        {revoke.failure && <FailureNotice failure={revoke.failure} />}
      </div>
    </EntryModal>
  );
}
