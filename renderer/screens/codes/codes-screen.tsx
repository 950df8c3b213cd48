import { Input } from 'antd';
import { useState } from 'react';
import { useUnsaved } from '../../app/use-unsaved.ts';
import { useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { EmptyState, FailureNotice } from '../../ui/index.ts';
import { CodeEditor } from './code-editor.tsx';
import type { CodeTable, DraftItem } from './code-draft.ts';
import { WeakSourceIcon } from './confidence-mark.tsx';
import { useSaveDrafts, type Drafts } from './use-save-drafts.ts';
import './codes.css';

/** All code tables: found at the left, read and, where their source is weak, edited at the right. */
export function CodesScreen() {
  const { t } = useText();
  const { value, failure, refresh } = useAsk('code.list', {});
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  // Kept while another table is looked at: what was edited in one must not be lost by a click on the other.
  const [drafts, setDrafts] = useState<Drafts>({});
  const edited = (value ?? []).filter(({ id }) => (drafts[id] ?? null) !== null);
  const setDraft = (id: string, draft: readonly DraftItem[] | null) =>
    setDrafts((before) => ({ ...before, [id]: draft }));
  const save = useSaveDrafts({
    edited,
    drafts,
    onSaved: (id) => {
      setDraft(id, null);
      refresh();
    },
    onFailed: setChosen,
  });
  useUnsaved(edited.length > 0, { what: edited.map(({ label }) => label).join(t('list.comma')), save });
  const shown = (value ?? []).filter((table) => fits(table, text.trim()));
  const table = value?.find((other) => other.id === chosen) ?? shown[0];
  return (
    <div className="codes">
      <div className="codes-list">
        <h1>{t('codes.title')}</h1>
        <Input
          allowClear
          value={text}
          placeholder={t('codes.find')}
          aria-label={t('codes.find')}
          onChange={(event) => setText(event.target.value)}
        />
        {failure && <FailureNotice failure={failure} onRetry={refresh} />}
        <ul>
          {shown.map((entry) => (
            <li key={entry.id}>
              <button type="button" aria-pressed={entry.id === table?.id} onClick={() => setChosen(entry.id)}>
                <span className="codes-name" title={entry.label}>
                  {(drafts[entry.id] ?? null) !== null && (
                    <span className="tab-unsaved" title={t('tab.unsaved')}>
                      ●<span className="visually-hidden">{t('tab.unsaved')}</span>
                    </span>
                  )}
                  {entry.label}
                </span>
                {entry.confidence === 'low' && <WeakSourceIcon />}
                <span className="codes-count">{entry.items.length}</span>
              </button>
            </li>
          ))}
        </ul>
        {value !== undefined && shown.length === 0 && <EmptyState title={t('codes.none')} />}
      </div>
      {table && (
        <CodeEditor
          key={table.id}
          table={table}
          draft={drafts[table.id] ?? null}
          onDraft={(draft) => {
            setChosen(table.id);
            setDraft(table.id, draft);
          }}
          onSaved={refresh}
        />
      )}
    </div>
  );
}

/** By its name, its standard, or any of its codes and names. */
function fits(table: CodeTable, text: string): boolean {
  if (text === '') return true;
  const wanted = text.toLowerCase();
  const words = [table.label, table.standard, ...table.items.flatMap((item) => [item.code, item.name])];
  return words.some((word) => word.toLowerCase().includes(wanted));
}
