import { App, Button } from 'antd';
import type { Failure, Reply } from '../../../electron/contract/failure.ts';
import { ask } from '../../data/index.ts';
import { failureText, useText } from '../../text/index.ts';

type Write = (token: string) => Promise<Reply<unknown>>;

/** Asks where a file goes, has it written, and says where it is. */
export function useSavedFile(): (name: string, filter: 'xlsx' | 'docx', write: Write) => void {
  const { t } = useText();
  const { message } = App.useApp();
  const tell = (failure: Failure) => void message.error(failureText(failure, t));
  const save = async (name: string, filter: 'xlsx' | 'docx', write: Write) => {
    const target = await ask('file.save', { name, filter });
    if (!target.ok) return tell(target.failure);
    if (target.value === null) return;
    const { token, name: file } = target.value;
    const reply = await write(token);
    if (!reply.ok) return tell(reply.failure);
    void message.success({
      duration: 6,
      content: (
        <span>
          {t('document.saved', { file })}
          <Button type="link" size="small" onClick={() => void ask('file.reveal', { token })}>
            {t('action.show-file')}
          </Button>
        </span>
      ),
    });
  };
  return (name, filter, write) => void save(name, filter, write);
}
