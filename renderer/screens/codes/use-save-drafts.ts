import { App } from 'antd';
import { ask, newId } from '../../data/index.ts';
import { failureText, useText } from '../../text/index.ts';
import { itemsOf, problemsOf } from './code-draft.ts';
import type { CodeTable, DraftItem } from './code-draft.ts';

/** Items being edited, by table; `null` = as they are saved. */
export type Drafts = Readonly<Record<string, readonly DraftItem[] | null>>;

interface Work {
  /** Tables with items being edited. */
  readonly edited: readonly CodeTable[];
  readonly drafts: Drafts;
  readonly onSaved: (table: string) => void;
  readonly onFailed: (table: string) => void;
}

/** Saves every edited table when the page is left, and answers whether all are saved; absent while one of them is not fit to be. */
export function useSaveDrafts({ edited, drafts, onSaved, onFailed }: Work) {
  const { t } = useText();
  const { message } = App.useApp();
  if (edited.some(({ id }) => problemsOf(drafts[id] ?? []).size > 0)) return undefined;
  return async (): Promise<boolean> => {
    for (const { id } of edited) {
      // Saved twice after a lost answer, the same items stand there.
      const reply = await ask('code.save', {
        writeId: newId(),
        table: id,
        items: itemsOf(drafts[id] ?? []),
      });
      if (!reply.ok) {
        void message.error(failureText(reply.failure, t));
        onFailed(id);
        return false;
      }
      onSaved(id);
    }
    void message.success(t('codes.saved'));
    return true;
  };
}
