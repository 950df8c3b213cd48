import { ArrowLeftOutlined } from '@ant-design/icons';
import { App, Button, Input, Popconfirm, Radio, Select } from 'antd';
import { useMemo, useState } from 'react';
import { formKinds } from '../../../db/model/forms/form-mapping.ts';
import { useUnsaved } from '../../app/use-unsaved.ts';
import { ledgerOf, orderedLedgers } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { CheckLine } from './check-line.tsx';
import type { FormDraft, OpenForm } from './form-draft.ts';
import { ownTexts, withText } from './form-draft.ts';
import { MarkPanel } from './mark-panel.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import { useFormCheck } from './use-form-check.ts';
import { useFormSave } from './use-form-save.ts';
import { WordPages } from './word-pages.tsx';

/** The form at the left to be clicked, what goes into it at the right. */
export function FormEditor({ opened, onClose }: { readonly opened: OpenForm; readonly onClose: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { view } = opened;
  const [draft, setDraft] = useState(opened.draft);
  const [at, setAt] = useState<string | null>(null);
  const own = useMemo(() => ownTexts(view), [view]);
  const check = useFormCheck(draft);
  const saving = useFormSave();
  const isChanged = draft !== opened.draft;
  const textAt = (place: string) => draft.texts.get(place) ?? own.get(place) ?? '';
  const save = async () => {
    const version = await saving.save(draft);
    if (version === null) return false;
    message.success(t('forms.saved'));
    onClose();
    return true;
  };
  useUnsaved(isChanged, { what: draft.name, save });
  const wrong = useMemo(() => new Set(check.problems.map((problem) => problem.at)), [check.problems]);
  const shown = { textAt, at, wrong, isMarked: (place: string) => draft.texts.has(place), onChoose: setAt };
  return (
    <div className="marking">
      <div className="marking-editor-head">
        <Back isChanged={isChanged} onClose={onClose} />
        <Settings draft={draft} onChange={setDraft} />
        <Button type="primary" loading={saving.isBusy} onClick={() => void save()}>
          {t('forms.save')}
        </Button>
      </div>
      {saving.missing !== null && (
        <p role="alert" className="marking-editor-missing">
          {t(saving.missing)}
        </p>
      )}
      {saving.failure && <FailureNotice failure={saving.failure} />}
      <div className="marking-editor-body">
        <section className="marking-view" aria-label={t('forms.view')}>
          {view.kind === 'xlsx' ? (
            <SheetGrid sheets={view.sheets} shown={shown} />
          ) : (
            <WordPages parts={view.parts} shown={shown} />
          )}
        </section>
        <aside className="marking-side">
          <CheckLine check={check} onChoose={setAt} />
          {draft.ledger === null ? (
            <p className="soft">{t('forms.start')}</p>
          ) : (
            <MarkPanel
              key={`${draft.ledger.id} ${draft.kind}`}
              view={view}
              ledger={draft.ledger}
              kind={draft.kind}
              at={at}
              text={at === null ? '' : textAt(at)}
              own={at === null ? '' : (own.get(at) ?? '')}
              textAt={textAt}
              onText={(text) => {
                if (at !== null) setDraft(withText(draft, at, { text, own: own.get(at) ?? '' }));
              }}
            />
          )}
        </aside>
      </div>
    </div>
  );
}

/** Leads back to the forms; asks first when marks would be lost. */
function Back({ isChanged, onClose }: { readonly isChanged: boolean; readonly onClose: () => void }) {
  const { t } = useText();
  const button = (
    <Button icon={<ArrowLeftOutlined aria-hidden />} {...(isChanged ? {} : { onClick: onClose })}>
      {t('forms.back')}
    </Button>
  );
  if (!isChanged) return button;
  return (
    <Popconfirm
      title={t('forms.unsaved')}
      okText={t('forms.leave')}
      cancelText={t('forms.stay')}
      onConfirm={onClose}
    >
      {button}
    </Popconfirm>
  );
}

interface SettingsProperties {
  readonly draft: FormDraft;
  readonly onChange: (draft: FormDraft) => void;
}

/** Name, ledger, way of filling, issuer: one line above the form. */
function Settings({ draft, onChange }: SettingsProperties) {
  const { t, label } = useText();
  const ledgers = orderedLedgers
    .filter(({ sensitive, id }) => !sensitive && id !== 'form_template')
    .map((ledger) => ({ value: ledger.id, label: label(ledger.label) }));
  return (
    <div className="marking-settings">
      <Input
        className="marking-settings-name"
        value={draft.name}
        maxLength={100}
        placeholder={t('forms.name')}
        aria-label={t('forms.name')}
        onChange={(event) => onChange({ ...draft, name: event.target.value })}
      />
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        className="marking-settings-ledger"
        {...(draft.ledger === null ? {} : { value: draft.ledger.id })}
        placeholder={t('forms.ledger')}
        aria-label={t('forms.ledger')}
        options={ledgers}
        onChange={(id: string) => onChange({ ...draft, ledger: ledgerOf(id) ?? null })}
      />
      <Radio.Group
        value={draft.kind}
        aria-label={t('forms.kind')}
        onChange={(event) =>
          onChange({ ...draft, kind: formKinds.find((kind) => kind === event.target.value) ?? 'record' })
        }
      >
        {formKinds.map((kind) => (
          <Radio key={kind} value={kind}>
            {t(`forms.kind.${kind}`)}
          </Radio>
        ))}
      </Radio.Group>
      <Input
        className="marking-settings-issuer"
        value={draft.issuer}
        maxLength={50}
        placeholder={t('forms.issuer')}
        aria-label={t('forms.issuer')}
        onChange={(event) => onChange({ ...draft, issuer: event.target.value })}
      />
    </div>
  );
}
