import { SyncOutlined } from '@ant-design/icons';
import { useJobs } from '../../data/index.ts';
import { useText } from '../../text/index.ts';

/** Says how far figures are prepared after an update of the program; what is asked meanwhile waits for it. */
export function PreparingNote() {
  const { t } = useText();
  const job = useJobs().find(({ kind, state }) => kind === 'figures' && state === 'running');
  if (job === undefined) return null;
  const percent = job.total === 0 ? 0 : Math.floor((100 * job.done) / job.total);
  return (
    <p className="figures-preparing" role="status">
      <SyncOutlined spin aria-hidden /> {t('figures.preparing', { percent })}
    </p>
  );
}
