import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { EntryModal } from '../../../app/entry-modal.tsx';
import { useAction, useAsk, useTown, useWriteId } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { LedgerInput, useEntry } from '../../../widgets/index.ts';
import { suggestedName, templates } from './templates.ts';
import type { Template } from './templates.ts';

/** Name of a village; empty while none is chosen or known. */
function useVillageName(id: string | null): string {
  const { value } = useAsk('record.get', id === null ? null : { ledger: 'division', id });
  return value?.title ?? '';
}

interface Properties {
  /** Told the team that was made, `null` when nothing was. */
  readonly onClose: (team: string | null) => void;
}

/** A new team in one step: what kind of duty, for whom; posts and rules come with it and can be changed later. */
export function SetUpDialog({ onClose }: Properties) {
  const { t } = useText();
  const town = useTown();
  const nameId = useId();
  const writeId = useWriteId();
  const setUp = useAction('duty.setUp');
  const [template, setTemplate] = useState<Template>('office-whole-day');
  const village = useEntry(null);
  const [typed, setTyped] = useState<string | null>(null);
  const isPatrol = template === 'patrol';
  const villageId = isPatrol && typeof village.value === 'string' ? village.value : null;
  const villageName = useVillageName(villageId);
  const place = isPatrol ? villageName : town;
  const name = typed ?? suggestedName(place, t(`duty.template.${template}.name`));
  const isReady = name.trim() !== '' && (!isPatrol || villageId !== null);
  const make = async () => {
    if (!isReady) return;
    const made = await setUp.run({
      writeId: writeId.take(),
      template,
      name: name.trim(),
      village: villageId,
    });
    if (made === null) return;
    writeId.done();
    onClose(made.team);
  };
  return (
    <EntryModal
      width={600}
      title={t('duty.set-up')}
      okText={t('duty.set-up.make')}
      okButtonProps={{ disabled: !isReady, loading: setUp.isBusy }}
      cancelText={t('action.cancel')}
      isUnsaved={typed !== null || village.isChanged}
      onOk={() => void make()}
      onClose={() => onClose(null)}
    >
      <div className="duty-form">
        <Radio.Group
          className="duty-templates"
          aria-label={t('duty.set-up.template')}
          value={template}
          onChange={(event) => setTemplate(templates.find((one) => one === event.target.value) ?? template)}
        >
          {templates.map((one) => (
            <Radio key={one} value={one}>
              <strong>{t(`duty.template.${one}`)}</strong>
              <span className="soft">{t(`duty.template.${one}.hint`)}</span>
            </Radio>
          ))}
        </Radio.Group>
        {isPatrol && <LedgerInput ledger="duty_team" name="village" entry={village} isRequired />}
        <div className="duty-field">
          <label htmlFor={nameId}>{t('duty.set-up.name')}</label>
          <Input
            id={nameId}
            maxLength={100}
            value={name}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={() => void make()}
          />
        </div>
        <p className="soft">{t(isPatrol ? 'duty.set-up.patrol' : 'duty.set-up.office')}</p>
        {setUp.failure && <FailureNotice failure={setUp.failure} />}
      </div>
    </EntryModal>
  );
}
