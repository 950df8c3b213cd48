import { useEffect, useRef } from 'react';
import { useJobs } from '../data/index.ts';
import { useText } from '../text/index.ts';
import { savingAll, unsavedWork } from './unsaved-work.ts';
import type { UnsavedWork } from './unsaved-work.ts';
import { useLock } from './use-lock.ts';
import { useQuestion } from './use-question.tsx';
import type { OpenTabs } from './use-tabs.ts';

/**
 * The two ways out of everything that is open, the lock and the window itself: each says first what is not saved, and who
 * stays is brought to it. The window asks however it is closed: by its cross, by a key, or with the program.
 */
export function useLeaveAll({ tabs, activate }: OpenTabs): { readonly lock: () => Promise<void> } {
  const texts = useText();
  const jobs = useJobs();
  const lockNow = useLock();
  const mayLose = useMayLose(activate);
  const work = unsavedWork(tabs, jobs, texts);
  useBeforeWindow(work, (lost) => mayLose('window', lost));
  return {
    lock: async () => {
      // While work is running the file stays open, which the lock says by itself.
      if (work.entries.length === 0 || (await mayLose('lock', { ...work, jobs: [] }))) await lockNow();
    },
  };
}

/** Keeps the window open while `mayLose` asks, and closes it when the answer is yes. */
function useBeforeWindow(work: UnsavedWork, mayLose: (work: UnsavedWork) => Promise<boolean>): void {
  const isLeaving = useRef(false);
  const newest = useRef<() => Promise<boolean>>(() => Promise.resolve(true));
  useEffect(() => {
    newest.current = () => mayLose(work);
  });
  const isHolding = work.entries.length + work.jobs.length > 0;
  useEffect(() => {
    if (!isHolding) return;
    const onLeave = (event: BeforeUnloadEvent) => {
      if (isLeaving.current) return;
      event.preventDefault();
      // The older Electron of the tests takes no other word for it.
      event.returnValue = true;
      void newest.current().then((isFree) => {
        if (!isFree) return;
        isLeaving.current = true;
        window.close();
      });
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [isHolding]);
}

function useMayLose(activate: (tab: string) => void) {
  const { t } = useText();
  const mayLose = useQuestion();
  return async (way: 'window' | 'lock', work: UnsavedWork): Promise<boolean> => {
    const words =
      work.entries.length > 0
        ? { lose: t(`leave.${way}.lose`) }
        : { lose: t('leave.window.stop'), stay: t('leave.window.wait') };
    let tab = work.tab;
    const isFree = await mayLose({
      title: t(`leave.${way}`),
      content: <Lost {...work} />,
      save: savingAll(work, (left) => {
        tab = left;
      }),
      ...words,
    });
    if (!isFree && tab !== null) activate(tab);
    return isFree;
  };
}

/** What would be lost, by the names it has on the screen. */
function Lost({ entries, jobs }: UnsavedWork) {
  const { t } = useText();
  const list = (title: 'leave.unsaved' | 'leave.running', names: readonly string[]) =>
    names.length > 0 && (
      <>
        <p>{t(title)}</p>
        <ul>
          {names.map((name, index) => (
            <li key={`${String(index)} ${name}`}>{name}</li>
          ))}
        </ul>
      </>
    );
  return (
    <div className="leave-all">
      {list('leave.unsaved', entries)}
      {list('leave.running', jobs)}
    </div>
  );
}
