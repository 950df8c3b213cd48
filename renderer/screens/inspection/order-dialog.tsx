import { App, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { dayAfter } from '../../../db/model/calendar/day-arithmetic.ts';
import type { Input as InputOf } from '../../../electron/contract/calls.ts';
import { EntryModal } from '../../app/entry-modal.tsx';
import type { PagePanelProps } from '../../app/section-panels.ts';
import { useAction, useWriteId } from '../../data/index.ts';
import { today, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { LedgerInput, useEntry } from '../../widgets/index.ts';
import { itemsWith } from './check-state.ts';
import type { CheckState, Sheet, SheetItem } from './check-state.ts';

type Hazard = InputOf<'inspection.order'>['hazards'][number];
/** Codes of `hazard_state`: ordered, put right on the spot, handed over. */
const handlings = ['20', '30', '50'] as const;

interface Properties {
  readonly inspection: string;
  readonly values: PagePanelProps['values'];
  readonly sheet: Sheet;
  readonly state: CheckState;
  /** Told the notice that was issued, `null` when none was. */
  readonly onClose: (notice: string | null) => void;
}

/** What becomes of each hazard, until when, and who looks again: hazards and notice are kept in one go. */
export function OrderDialog({ inspection, values, sheet, state, onClose }: Properties) {
  const { t } = useText();
  const { message } = App.useApp();
  const writeId = useWriteId();
  const order = useAction('inspection.order');
  const failed = itemsWith(state, sheet.items, 'failed');
  const [atFirst] = useState<readonly Hazard[]>(() =>
    failed.map(({ no }) => ({ no, description: state.notes.get(no) ?? '', handling: '20' })),
  );
  const [hazards, setHazards] = useState(atFirst);
  const term = failed.some(({ isMajor }) => isMajor) ? sheet.terms.major : sheet.terms.ordinary;
  const deadline = useEntry(dayAfter(today(), term));
  const rechecker = useEntry(values['checkers'] ?? null);
  const isOrdered = hazards.some(({ handling }) => handling === '20');
  const isReady = !isOrdered || (typeof deadline.value === 'string' && deadline.problem === null);
  const change = (no: number, part: Partial<Hazard>) =>
    setHazards(hazards.map((hazard) => (hazard.no === no ? { ...hazard, ...part } : hazard)));
  const keep = async () => {
    const kept = await order.run({
      writeId: writeId.take(),
      inspection,
      hazards: [...hazards],
      deadline: typeof deadline.value === 'string' ? deadline.value : today(),
      rechecker: typeof rechecker.value === 'string' ? rechecker.value : '',
    });
    if (kept === null) return;
    writeId.done();
    message.success(t(kept.notice === null ? 'inspection.kept' : 'inspection.ordered'));
    onClose(kept.notice);
  };
  return (
    <EntryModal
      width={860}
      title={t('inspection.order')}
      okText={t(isOrdered ? 'inspection.issue' : 'inspection.keep')}
      okButtonProps={{ disabled: !isReady, loading: order.isBusy }}
      cancelText={t('action.cancel')}
      isUnsaved={hazards !== atFirst || deadline.isChanged || rechecker.isChanged}
      onOk={() => void keep()}
      onClose={() => onClose(null)}
    >
      <div className="check-order">
        {failed.map((item) => {
          const hazard = hazards.find(({ no }) => no === item.no);
          return (
            hazard && (
              <HazardRow
                key={item.no}
                item={item}
                hazard={hazard}
                onChange={(part) => change(item.no, part)}
              />
            )
          );
        })}
        {isOrdered && (
          <div className="check-order-term">
            <LedgerInput ledger="rectification" name="deadline" entry={deadline} isRequired />
            <LedgerInput ledger="rectification" name="rechecker" entry={rechecker} />
          </div>
        )}
        {order.failure && <FailureNotice failure={order.failure} />}
      </div>
    </EntryModal>
  );
}

function HazardRow({
  item,
  hazard,
  onChange,
}: {
  readonly item: SheetItem;
  readonly hazard: Hazard;
  readonly onChange: (part: Partial<Hazard>) => void;
}) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="check-hazard">
      <label htmlFor={id}>
        <span className="check-no">{item.no}</span>
        {item.wording}
      </label>
      <Radio.Group
        size="small"
        value={hazard.handling}
        aria-label={t('inspection.handling.of', { no: item.no })}
        onChange={(event) => {
          const handling = handlings.find((one) => one === event.target.value);
          if (handling !== undefined) onChange({ handling });
        }}
      >
        {handlings.map((one) => (
          <Radio key={one} value={one}>
            {t(`inspection.handling.${one}`)}
          </Radio>
        ))}
      </Radio.Group>
      <Input
        id={id}
        value={hazard.description}
        maxLength={500}
        placeholder={t('inspection.note')}
        onChange={(event) => onChange({ description: event.target.value })}
      />
    </div>
  );
}
