import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloudUploadOutlined,
  ExperimentOutlined,
  SaveOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { useAsk, useJobs } from '../data/index.ts';
import type { Session } from '../data/index.ts';
import { formatInstant, useText } from '../text/index.ts';
import type { Say } from '../text/index.ts';
import { useNavigation } from './navigation.ts';
import { useReminder } from './use-reminder.ts';

/** Kind of data, town, unreported changes, last backup, and the work going on in the background. */
export function StatusBar({ session, onHelp }: { readonly session: Session; readonly onHelp: () => void }) {
  const { t } = useText();
  const { practice, town, lastBackup } = session;
  const overview = useAsk('exchange.overview', practice ? null : {}).value;
  return (
    <footer className="status-bar" aria-label={t('status.label')}>
      <span className={practice ? 'status-practice' : ''}>
        {practice ? <ExperimentOutlined aria-hidden /> : <CheckCircleOutlined aria-hidden />}{' '}
        {t(practice ? 'status.practice' : 'status.real')}
      </span>
      <span className="status-town">{town?.name ?? ''}</span>
      {/* A city has nobody to report to. */}
      {overview?.role !== 'city' && (
        <span>
          <CloudUploadOutlined aria-hidden /> {pendingText(session, t)}
        </span>
      )}
      <span>
        <SaveOutlined aria-hidden />{' '}
        {lastBackup === null
          ? t('status.backup.never')
          : t('status.backup', { at: formatInstant(lastBackup) })}
      </span>
      <span className="status-gap" />
      <DueBadge />
      <RunningJobs />
      <button type="button" onClick={onHelp}>
        {t('status.keys')}
      </button>
    </footer>
  );
}

/** What is late and due today, from every page; opens the day's work. */
function DueBadge() {
  const { t } = useText();
  const navigation = useNavigation();
  const reminder = useReminder();
  if (reminder === null || reminder.overdue + reminder.dueToday === 0) return null;
  const { overdue, dueToday: today, told } = reminder;
  return (
    <button
      type="button"
      className={overdue > 0 ? 'status-overdue' : 'status-due'}
      title={t('day.remind.open', { overdue, today })}
      onClick={() => navigation.openScreen('home')}
    >
      <ClockCircleOutlined aria-hidden />{' '}
      {told > 0 ? t('day.remind.told', { overdue, told, today }) : t('day.remind', { overdue, today })}
    </button>
  );
}

/** Practice data can never be reported, so it has nothing to count. */
function pendingText({ practice, pending }: Session, t: Say): string {
  if (practice) return t('status.pending.practice');
  return pending === 0 ? t('status.pending.none') : t('status.pending', { count: pending });
}

/** A chip while something runs in the background; opens the list of jobs. */
function RunningJobs() {
  const { t } = useText();
  const navigation = useNavigation();
  const running = useJobs().filter((job) => job.state === 'running');
  const [first] = running;
  if (first === undefined) return null;
  const percent = first.total === 0 ? '' : `${Math.floor((100 * first.done) / first.total)}%`;
  return (
    <button type="button" className="status-job" onClick={() => navigation.openScreen('jobs')}>
      <SyncOutlined spin aria-hidden />{' '}
      {running.length === 1
        ? t('status.job', { kind: t(`job.kind.${first.kind}`), percent })
        : t('status.jobs', { count: running.length })}
    </button>
  );
}
