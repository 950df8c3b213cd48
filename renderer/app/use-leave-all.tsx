import { useEffect, useRef } from 'react';
import { useJobs } from '../data/index.ts';
import { useText } from '../text/index.ts';
import { savingAll, unsavedWork } from './unsaved-work.ts';
import type { UnsavedWork } from './unsaved-work.ts';
import { useLock } from './use-lock.ts';
import { useQuestion } from './use-question.tsx';
import type { OpenTabs } from './use-tabs.ts';
import { endedPlans, isPlanWaiting } from './waiting-plans.ts';

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
  const plans = endedPlans(jobs);
  useBeforeWindow(hasWork(work) || plans.length > 0, async () => {
    const plan = texts.t('leave.entry', { title: texts.t('duty.title'), what: texts.t('duty.plan.found') });
    const isWaiting = await isPlanWaiting(plans);
    const lost = isWaiting ? { ...work, entries: [...work.entries, plan], saves: null } : work;
    return !hasWork(lost) || (await mayLose('window', lost));
  });
  return {
    lock: async () => {
      // While work is running the file stays open, which the lock says by itself.
      if (work.entries.length === 0 || (await mayLose('lock', { ...work, jobs: [] }))) await lockNow();
    },
  };
}

const hasWork = ({ entries, jobs }: UnsavedWork): boolean => entries.length + jobs.length > 0;

/** While something may be lost with the window it stays open until `mayLeave` answers yes. */
function useBeforeWindow(isHolding: boolean, mayLeave: () => Promise<boolean>): void {
  const isLeaving = useRef(false);
  const newest = useRef<() => Promise<boolean>>(() => Promise.resolve(true));
  useEffect(() => {
    newest.current = mayLeave;
  });
  useEffect(() => {
    if (!isHolding) return;
    const onLeave = (event: BeforeUnloadEvent) => {
      if (isLeaving.current) return;
      event.preventDefault();
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
