import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import type { Output } from '../../../../electron/contract/calls.ts';
import { EntryModal } from '../../../app/entry-modal.tsx';
import { ask, useAlone, useAsk } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { useBoard } from '../board/board-context.ts';
import type { Board } from '../board/board-cells.ts';
import { postTitle } from '../board/board-rows.ts';
import type { Taken } from '../board/duty-move.ts';
import type { Edits } from '../board/use-edits.ts';
import { useDuty } from '../duty-place.ts';
import { dayName, monthAfter, weekdayName } from '../../../text/month.ts';
import { changeOf, firstChoice, takenKey, takenOf } from './swap-choice.ts';
import type { SwapChoice, SwapKind, SwapStart } from './swap-choice.ts';

interface Properties {
  readonly start: SwapStart;
  readonly write: Edits['write'];
  readonly onClose: () => void;
}

/** Two people change duties (串班) or one steps in (代班); what it would break is said before it is written. */
export function SwapDialog({ start, write, onClose }: Properties) {
  const { t } = useText();
  const { team } = useDuty();
  const [atFirst] = useState(() => firstChoice(start));
  const [choice, setChoice] = useState(atFirst);
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const reasonId = useId();
  const change = changeOf(choice);
  const looked = useAsk('duty.look', change === null ? null : { team: team.id, change });
  const isBroken = looked.value?.broken.some(({ isHard }) => isHard) === true;
  const canSave = change !== null && looked.value !== undefined && !isBroken;
  const save = useAlone(async () => {
    if (!canSave) return;
    setBusy(true);
    const isDone = await write(
      (writeId) => ask('duty.change', { writeId, team: team.id, change, reason }),
      t(`duty.change.done.${choice.kind}`),
    );
    setBusy(false);
    if (isDone) onClose();
  });
  return (
    <EntryModal
      width={560}
      title={t('duty.swap')}
      okText={t(`duty.change.save.${choice.kind}`)}
      okButtonProps={{ disabled: !canSave, loading: isBusy }}
      cancelText={t('action.cancel')}
      isUnsaved={choice !== atFirst || reason !== ''}
      onOk={() => void save()}
      onClose={onClose}
    >
      <div className="duty-form">
        <Radio.Group
          optionType="button"
          value={choice.kind}
          aria-label={t('duty.change.kind')}
          options={(['substitute', 'swap'] as const).map((kind) => ({
            value: kind,
            label: t(`duty.change.${kind}.long`),
          }))}
          onChange={(event) => setChoice({ ...choice, kind: readKind(event.target.value) })}
        />
        <Duties choice={choice} onChoice={setChoice} />
        <div className="duty-field">
          <label htmlFor={reasonId}>{t('duty.change.reason')}</label>
          <Input
            id={reasonId}
            maxLength={200}
            value={reason}
            placeholder={t('duty.change.reason.hint')}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => void save()}
          />
        </div>
        {looked.failure && <FailureNotice failure={looked.failure} onRetry={looked.refresh} />}
        {change !== null && looked.value !== undefined && <Effect effect={looked.value} />}
      </div>
    </EntryModal>
  );
}

const readKind = (value: unknown): SwapKind => (value === 'swap' ? 'swap' : 'substitute');

interface DutiesProperties {
  readonly choice: SwapChoice;
  readonly onChoice: (choice: SwapChoice) => void;
}

/** The duty that is given away, and what is taken for it. */
function Duties({ choice, onChoice }: DutiesProperties) {
  const { t, language } = useText();
  const { board } = useBoard();
  const { team, month, today } = useDuty();
  const id = useId();
  const next = useAsk('duty.board', { team: team.id, month: monthAfter(month, 1) });
  const say = (taken: Taken) => dutyText(board, taken, language);
  const others = [...board.duties, ...(next.value?.duties ?? [])]
    .filter(({ date, person }) => date >= today && person !== choice.one.person)
    .map((duty) => ({ value: takenKey(duty), label: say(duty) }));
  const people = board.people
    .filter((person) => person.id !== choice.one.person)
    .map((person) => ({ value: person.id, label: person.name }));
  return (
    <>
      <dl className="duty-facts">
        <div>
          <dt>{t('duty.change.from')}</dt>
          <dd>{say(choice.one)}</dd>
        </div>
      </dl>
      <div className="duty-field">
        <label htmlFor={id}>{t(choice.kind === 'swap' ? 'duty.change.other' : 'duty.change.by')}</label>
        {choice.kind === 'swap' ? (
          <Select
            id={id}
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('duty.change.other.hint')}
            value={choice.other === null ? null : takenKey(choice.other)}
            options={others}
            onChange={(key: string) => onChoice({ ...choice, other: takenOf(key) })}
          />
        ) : (
          <Select
            id={id}
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('duty.change.by.hint')}
            value={choice.by}
            options={people}
            onChange={(by: string) => onChoice({ ...choice, by })}
          />
        )}
      </div>
    </>
  );
}

function dutyText(board: Board, taken: Taken, language: 'zh' | 'en'): string {
  const post = postTitle(board.posts.find(({ id }) => id === taken.post));
  const name = board.people.find(({ id }) => id === taken.person)?.name ?? '';
  const day = `${dayName(taken.date, language)} ${weekdayName(taken.date, language)}`;
  return [day, post, name].filter((part) => part !== '').join(' ');
}

/** What the change would break or make worse. */
function Effect({ effect }: { readonly effect: Output<'duty.look'> }) {
  const { t } = useText();
  const hard = effect.broken.filter(({ isHard }) => isHard);
  const soft = effect.broken.filter(({ isHard }) => !isHard);
  return (
    <div role="status" className="duty-effect">
      {hard.length > 0 ? (
        <p className="duty-broken-text">
          <WarningFilled aria-hidden /> {t('duty.change.refused')}
        </p>
      ) : (
        <p className="duty-fits-text">
          <CheckCircleFilled aria-hidden /> {t('duty.change.fits')}
        </p>
      )}
      {effect.isWaiting && <p className="duty-costly-text">{t('duty.change.waiting')}</p>}
      <ul>
        {[...hard, ...soft].map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
