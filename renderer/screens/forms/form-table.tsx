import { PlusOutlined } from '@ant-design/icons';
import { Button, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { readPlaces } from '../../../db/model/forms/form-mapping.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useNavigation } from '../../app/navigation.ts';
import { ask, ledgerOf, useAlone, useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { EmptyState, FailureNotice } from '../../ui/index.ts';
import { newForm, type OpenForm } from './form-draft.ts';

type KeptForm = Output<'form.list'>[number];

/** Kept forms, and the button that takes a new file in. */
export function FormTable({ onOpen }: { readonly onOpen: (form: OpenForm) => void }) {
  const { t } = useText();
  const { value, failure, refresh } = useAsk('form.list', {});
  const [refused, setRefused] = useState<Failure | null>(null);
  // One at a time: of two forms clicked the slower one must not come up behind the other.
  const open = useAlone(async (opening: () => Promise<OpenForm | Failure | null>) => {
    setRefused(null);
    const opened = await opening();
    if (opened === null) return;
    if ('view' in opened) onOpen(opened);
    else setRefused(opened);
  });
  const add = () => open(takeNew);
  const edit = (form: KeptForm) => open(() => openKept(form));
  const button = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void add()}>
      {t('forms.add')}
    </Button>
  );
  return (
    <div className="forms">
      <div className="forms-head">
        <h1>{t('forms.title')}</h1>
        <p className="soft">{t('forms.hint')}</p>
        {value !== undefined && value.length > 0 && button}
      </div>
      {failure && <FailureNotice failure={failure} onRetry={refresh} />}
      {refused && <FailureNotice failure={refused} />}
      {value !== undefined && value.length === 0 && (
        <EmptyState title={t('forms.empty')} body={t('forms.empty.body')}>
          {button}
        </EmptyState>
      )}
      {value !== undefined && value.length > 0 && <Kept forms={value} onEdit={(form) => void edit(form)} />}
    </div>
  );
}

function Kept({
  forms,
  onEdit,
}: {
  readonly forms: readonly KeptForm[];
  readonly onEdit: (form: KeptForm) => void;
}) {
  const { t, label } = useText();
  const navigation = useNavigation();
  const ledgerLabel = (id: string) => {
    const ledger = ledgerOf(id);
    return ledger === undefined ? id : label(ledger.label);
  };
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...forms]}
      columns={[
        { title: t('forms.column.name'), dataIndex: 'name' },
        { title: t('forms.column.ledger'), render: (_, { ledger }) => ledgerLabel(ledger) },
        { title: t('forms.column.kind'), render: (_, { kind }) => <Tag>{t(`forms.kind.${kind}`)}</Tag> },
        { title: t('forms.column.issuer'), dataIndex: 'issuer' },
        { title: t('forms.column.frequency'), dataIndex: 'frequency' },
        { title: t('forms.column.file'), dataIndex: 'fileName' },
        {
          title: t('forms.column.actions'),
          render: (_, form) => (
            <Space size={4}>
              <Button
                size="small"
                type="primary"
                title={form.kind === 'record' ? t('forms.fill-record.hint') : ''}
                onClick={() => navigation.openList(form.ledger)}
              >
                {t('forms.fill')}
              </Button>
              <Button size="small" onClick={() => onEdit(form)}>
                {t('forms.edit')}
              </Button>
              <Button size="small" onClick={() => navigation.openRecord('form_template', form.id)}>
                {t('forms.record')}
              </Button>
            </Space>
          ),
        },
      ]}
    />
  );
}

/** Takes a form from a file; `null` when none was chosen. */
async function takeNew(): Promise<OpenForm | Failure | null> {
  const chosen = await ask('file.open', { filter: 'form' });
  if (!chosen.ok) return chosen.failure;
  if (chosen.value === null) return null;
  const taken = await ask('form.look', { file: chosen.value.token });
  return taken.ok ? newForm(taken.value) : taken.failure;
}

/** Fetches record and file of a kept form. */
async function openKept(form: KeptForm): Promise<OpenForm | Failure> {
  const record = await ask('record.get', { ledger: 'form_template', id: form.id });
  if (!record.ok) return record.failure;
  const { file, mapping } = record.value?.values ?? {};
  const hash = Array.isArray(file) ? (file[0] ?? '') : '';
  const shown = await ask('form.view', { hash });
  if (!shown.ok) return shown.failure;
  const version = record.value?.version ?? form.version;
  const texts = textsOf(mapping);
  const ledger = ledgerOf(form.ledger) ?? null;
  return { view: shown.value.view, draft: { ...form, version, ledger, hash, texts } };
}

function textsOf(mapping: unknown): ReadonlyMap<string, string> {
  const places = readPlaces(typeof mapping === 'string' ? mapping : null) ?? [];
  return new Map(places.map(({ at, text }) => [at, text]));
}
