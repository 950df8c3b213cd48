import { useText } from '../text/index.ts';
import { useQuestion } from './use-question.tsx';

/** The way out of a dialog by Esc or its cross: asks first while entries would be lost with it. */
export function useLeave(isUnsaved: boolean, title: string, onLeave: () => void): () => void {
  const { t } = useText();
  const mayLose = useQuestion();
  const ask = async () => {
    if (await mayLose({ title: t('app.leave.title', { title }), content: t('app.leave.body') })) onLeave();
  };
  return () => {
    if (isUnsaved) void ask();
    else onLeave();
  };
}
