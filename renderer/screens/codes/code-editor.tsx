import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Table } from 'antd';
import { newId, useAction, useWriteId } from '../../data/index.ts';
import { today, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import {
  draftOf,
  itemsOf,
  problemsOf,
  withChange,
  withNewItem,
  withoutItem,
  withReopened,
} from './code-draft.ts';
import type { CodeItem, CodeTable, DraftItem, ItemProblem } from './code-draft.ts';
import { ConfidenceMark } from './confidence-mark.tsx';

interface Properties {
  readonly table: CodeTable;
  /** The items as they are being edited; `null` = as they are saved. */
  readonly draft: readonly DraftItem[] | null;
  readonly onDraft: (draft: readonly DraftItem[] | null) => void;
  readonly onSaved: () => void;
}

/** The items of one code table; editable where the table allows it. */
export function CodeEditor({ table, draft, onDraft, onSaved }: Properties) {
  const { t } = useText();
  const items = draft ?? draftOf(table);
  const problems = problemsOf(items);
  return (
    <section className="codes-table" aria-label={table.label}>
      <div className="panel-head">
        <h2>{table.label}</h2>
        {table.editable && (
          <EditorButtons
            table={table}
            draft={draft}
            canSave={problems.size === 0}
            onDraft={onDraft}
            onSaved={onSaved}
          />
        )}
      </div>
      <p className="codes-source">
        <ConfidenceMark confidence={table.confidence} />
        <span className="soft">{t('codes.standard', { standard: table.standard })}</span>
        <span className="soft">{t('codes.items', { count: table.items.length })}</span>
      </p>
      <p className="soft">{t(table.editable ? 'codes.editable' : 'codes.fixed')}</p>
      <ItemTable items={items} problems={problems} isEditable={table.editable} onDraft={onDraft} />
    </section>
  );
}

interface ButtonProperties extends Properties {
  readonly canSave: boolean;
}

function EditorButtons({ table, draft, canSave, onDraft, onSaved }: ButtonProperties) {
  const { t } = useText();
  const { message } = App.useApp();
  const saving = useAction('code.save');
  const write = useWriteId();
  const save = async () => {
    const saved = await saving.run({ writeId: write.take(), table: table.id, items: itemsOf(draft ?? []) });
    if (saved === null) return;
    write.done();
    onDraft(null);
    onSaved();
    void message.success(t('codes.saved'));
  };
  return (
    <span className="panel-actions">
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onDraft(withNewItem(draft ?? draftOf(table), newId()))}
      >
        {t('codes.add')}
      </Button>
      {draft && <Button onClick={() => onDraft(null)}>{t('codes.discard')}</Button>}
      {draft && (
        <Button type="primary" disabled={!canSave} loading={saving.isBusy} onClick={() => void save()}>
          {t('codes.save')}
        </Button>
      )}
      {saving.failure && <FailureNotice failure={saving.failure} />}
    </span>
  );
}

interface TableProperties {
  readonly items: readonly DraftItem[];
  readonly problems: ReadonlyMap<string, ItemProblem>;
  readonly isEditable: boolean;
  readonly onDraft: (draft: readonly DraftItem[]) => void;
}

function ItemTable({ items, problems, isEditable, onDraft }: TableProperties) {
  const { t } = useText();
  const cell = (field: 'code' | 'name' | 'name_en') => (_: unknown, item: DraftItem) => (
    <ItemCell
      item={item}
      field={field}
      label={t(`codes.column.${field}`)}
      problem={field === 'name_en' ? undefined : problems.get(item.key)?.[field]}
      isEditable={isEditable && (field !== 'code' || item.isNew)}
      onChange={(change) => onDraft(withChange(items, item.key, change))}
    />
  );
  return (
    <Table<DraftItem>
      size="small"
      rowKey="key"
      dataSource={[...items]}
      pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
      rowClassName={(item) => (item.valid_to === undefined ? '' : 'codes-closed')}
      columns={[
        { title: t('codes.column.code'), width: 140, render: cell('code') },
        { title: t('codes.column.name'), render: cell('name') },
        { title: t('codes.column.name_en'), render: cell('name_en') },
        { title: t('codes.column.from'), width: 110, dataIndex: 'valid_from' },
        { title: t('codes.column.to'), width: 110, dataIndex: 'valid_to' },
        ...(isEditable
          ? [
              {
                width: 110,
                render: (_: unknown, item: DraftItem) => (
                  <CloseButton item={item} items={items} onDraft={onDraft} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

interface CellProperties {
  readonly item: DraftItem;
  readonly field: 'code' | 'name' | 'name_en';
  readonly label: string;
  readonly problem: ItemProblem['code'] | ItemProblem['name'] | undefined;
  readonly isEditable: boolean;
  readonly onChange: (change: Partial<CodeItem>) => void;
}

function ItemCell({ item, field, label, problem, isEditable, onChange }: CellProperties) {
  const { t } = useText();
  const value = item[field] ?? '';
  if (!isEditable) return value;
  return (
    <Form.Item
      className="codes-cell"
      {...(problem === undefined ? {} : { validateStatus: 'error' as const, help: t(problem) })}
    >
      <Input
        size="small"
        value={value}
        aria-label={`${label} ${item.code}`}
        maxLength={field === 'code' ? 20 : 100}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
    </Form.Item>
  );
}

function CloseButton({
  item,
  items,
  onDraft,
}: { readonly item: DraftItem } & Pick<TableProperties, 'items' | 'onDraft'>) {
  const { t } = useText();
  if (item.valid_to !== undefined) {
    return (
      <Button size="small" onClick={() => onDraft(withReopened(items, item.key))}>
        {t('codes.reopen')}
      </Button>
    );
  }
  return (
    <Button size="small" onClick={() => onDraft(withoutItem(items, item.key, today()))}>
      {t('codes.close')}
    </Button>
  );
}
