import { CalculatorOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { monthsAfter } from '../../../db/model/calendar/day-arithmetic.ts';
import type { Value } from '../../../db/model/field-kind.ts';
import { EntryModal } from '../../app/entry-modal.tsx';
import { useNavigation } from '../../app/navigation.ts';
import { useAction, useWriteId } from '../../data/index.ts';
import { today, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { LedgerInput, useEntry } from '../../widgets/index.ts';
import './reward.css';

/** 生成本月考核表: the button over the list of reward sheets, and its dialog. */
export function MakeSheet() {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<CalculatorOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('reward.make')}
      </Button>
      {isOpen && <MakeDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** Village and month; a sheet is usually made for the month before. */
function MakeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const navigation = useNavigation();
  const writeId = useWriteId();
  const make = useAction('reward.make');
  const village = useEntry(null);
  const month = useEntry(monthsAfter(today(), -1).slice(0, 7));
  const wanted = wantedOf(village.value, month.value);
  const isReady = wanted !== null && village.problem === null && month.problem === null;
  const start = async () => {
    if (wanted === null) return;
    const made = await make.run({ writeId: writeId.take(), ...wanted });
    if (made === null) return;
    writeId.done();
    message.success(t(made.isNew ? 'reward.made' : 'reward.remade'));
    onClose();
    navigation.openRecord('reward_sheet', made.sheet);
  };
  return (
    <EntryModal
      width={520}
      title={t('reward.make')}
      okText={t('reward.start')}
      okButtonProps={{ disabled: !isReady, loading: make.isBusy }}
      cancelText={t('action.cancel')}
      isUnsaved={village.isChanged || month.isChanged}
      onOk={() => void start()}
      onClose={onClose}
    >
      <div className="reward-make">
        <p>{t('reward.hint')}</p>
        <LedgerInput ledger="reward_sheet" name="village" entry={village} />
        <LedgerInput ledger="reward_sheet" name="month" entry={month} />
        {make.failure && <FailureNotice failure={make.failure} />}
      </div>
    </EntryModal>
  );
}

/** Village and month as they are asked for; `null` while one of them is missing. */
function wantedOf(village: Value, month: Value): { readonly village: string; readonly month: string } | null {
  if (typeof village !== 'string' || typeof month !== 'string') return null;
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { village, month } : null;
}
