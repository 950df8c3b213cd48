import { PlusOutlined } from '@ant-design/icons';
import { Button, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { readPlaces } from '../../../db/model/forms/form-mapping.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useNavigation } from '../../app/navigation.ts';
import { ask, ledgerOf, useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { EmptyState, FailureNotice } from '../../ui/index.ts';
import { newForm, type OpenForm } from './form-draft.ts';

type KeptForm = Output<'form.list'>[number];

/** Kept forms, and the button that takes a new file in. */
export function FormTable({ onOpen }: { readonly onOpen: (form: OpenForm) => void }) {
  const { t } = useText();
  const { value, failure, refresh } = useAsk('form.list', {});
  const [refused, setRefused] = useState<Failure | null>(null);
  const add = async () => {
    setRefused(null);
    const chosen = await ask('file.open', { filter: 'form' });
    if (!chosen.ok || chosen.value === null) return;
    const taken = await ask('form.look', { file: chosen.value.token });
    if (taken.ok) onOpen(newForm(taken.value));
    else setRefused(taken.failure);
  };
  const edit = async (form: KeptForm) => {
    setRefused(null);
    const opened = await openKept(form);
    if ('view' in opened) onOpen(opened);
    else setRefused(opened);
  };
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
