import { CalculatorOutlined } from '@ant-design/icons';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { monthsAfter } from '../../../db/model/calendar/day-arithmetic.ts';
import type { Value } from '../../../db/model/field-kind.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useAction, useWriteId } from '../../data/index.ts';
import { today, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { LedgerInput } from '../../widgets/index.ts';
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
  const [village, setVillage] = useState<Value>(null);
  const [month, setMonth] = useState<Value>(() => monthsAfter(today(), -1).slice(0, 7));
  const isReady =
    typeof village === 'string' && typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
  const start = async () => {
    if (!isReady) return;
    const made = await make.run({ writeId: writeId.take(), village, month });
    if (made === null) return;
    writeId.done();
    message.success(t(made.isNew ? 'reward.made' : 'reward.remade'));
    onClose();
    navigation.openRecord('reward_sheet', made.sheet);
  };
  return (
    <Modal
      open
      width={520}
      title={t('reward.make')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="primary" disabled={!isReady} loading={make.isBusy} onClick={() => void start()}>
            {t('reward.start')}
          </Button>
        </>
      }
    >
      <div className="reward-make">
        <p>{t('reward.hint')}</p>
        <LedgerInput ledger="reward_sheet" name="village" value={village} onChange={setVillage} />
        <LedgerInput ledger="reward_sheet" name="month" value={month} onChange={setMonth} />
        {make.failure && <FailureNotice failure={make.failure} />}
      </div>
    </Modal>
  );
}
