import { App, Button } from 'antd';
import { useCallback, useRef, type ReactNode } from 'react';
import { useText } from '../text/index.ts';

interface Question {
  readonly title: string;
  /** What would be lost. */
  readonly content: ReactNode;
  /** Says what is done with the loss; 放弃修改 where nothing else is done. */
  readonly lose?: string;
  /** The way back, 继续编辑 where it is to what is being entered. */
  readonly stay?: string;
  /** Saves all of it and answers whether it is saved; offered first where there is one. */
  readonly save?: (() => Promise<boolean>) | null;
}

/**
 * Asks before something is lost and answers whether the way is free: it was saved, or may be lost. The keyboard stands on
 * what loses nothing; asked twice, it asks once.
 */
export function useQuestion(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp();
  const { t } = useText();
  const isOpen = useRef(false);
  const ask = useCallback(
    ({ title, content, lose, stay, save }: Question) =>
      new Promise<'save' | 'lose' | 'stay'>((resolve) => {
        const danger = { danger: true };
        const asked = modal.confirm({
          title,
          content,
          autoFocusButton: save ? 'ok' : 'cancel',
          onCancel: () => resolve('stay'),
          ...(save
            ? {
                okText: t('leave.save'),
                cancelText: t('action.cancel'),
                onOk: () => resolve('save'),
                footer: (_: ReactNode, { OkBtn, CancelBtn }: Buttons) => (
                  <>
                    <CancelBtn />
                    <Button
                      {...danger}
                      onClick={() => {
                        resolve('lose');
                        asked.destroy();
                      }}
                    >
                      {t('leave.not-saved')}
                    </Button>
                    <OkBtn />
                  </>
                ),
              }
            : {
                okText: lose ?? t('leave.lose'),
                cancelText: stay ?? t('leave.stay'),
                okButtonProps: danger,
                onOk: () => resolve('lose'),
              }),
        });
      }),
    [modal, t],
  );
  return useCallback(
    async (question) => {
      if (isOpen.current) return false;
      isOpen.current = true;
      const answer = await ask(question);
      isOpen.current = false;
      return answer === 'lose' || (answer === 'save' && (await (question.save?.() ?? false)));
    },
    [ask],
  );
}

/** The buttons a question of the library has by itself. */
interface Buttons {
  readonly OkBtn: React.FC;
  readonly CancelBtn: React.FC;
}
