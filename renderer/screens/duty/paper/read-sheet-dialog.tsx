import { App, Button } from 'antd';
import type { Output } from '../../../../electron/contract/calls.ts';
import { EntryModal } from '../../../app/entry-modal.tsx';
import { useAction, useWriteId } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { useDuty } from '../duty-place.ts';
import { monthName } from '../../../text/month.ts';

interface Properties {
  /** Name of the file that was read. */
  readonly file: string;
  readonly read: Output<'duty.readSheet'>;
  /** Told whether the roster was taken over. */
  readonly onClose: (isKept: boolean) => void;
}

/** Problems shown at once; a sheet with more has another mistake. */
const SHOWN = 100;

/** What a sheet would make of the month, before anything is written. */
export function ReadSheetDialog({ file, read, onClose }: Properties) {
  const { t, language } = useText();
  const { message } = App.useApp();
  const { month } = useDuty();
  const writeId = useWriteId();
  const keep = useAction('duty.keep');
  const changes = read.added.length + read.removed.length;
  const take = async () => {
    const kept = await keep.run({ writeId: writeId.take(), job: read.job });
    if (kept === null) return;
    writeId.done();
    void message.success(t('duty.sheet.kept', { month: monthName(month, language) }));
    onClose(true);
  };
  return (
    <EntryModal
      width={720}
      title={t('duty.sheet.title', { file })}
      isUnsaved={changes > 0}
      onClose={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{t('duty.sheet.leave')}</Button>
          <Button type="primary" disabled={changes === 0} loading={keep.isBusy} onClick={() => void take()}>
            {t('duty.sheet.take')}
          </Button>
        </>
      }
    >
      <div className="duty-sheet">
        <p>
          {t('duty.sheet.read', { days: read.days, posts: read.posts.length })}
          {changes === 0
            ? t('duty.sheet.same')
            : t('duty.sheet.changes', { added: read.added.length, removed: read.removed.length })}
        </p>
        {read.unknownColumns.length > 0 && (
          <p>{t('duty.sheet.columns', { columns: read.unknownColumns.join('、') })}</p>
        )}
        <Problems problems={read.problems} />
        {keep.failure && <FailureNotice failure={keep.failure} />}
      </div>
    </EntryModal>
  );
}

function Problems({ problems }: Pick<Output<'duty.readSheet'>, 'problems'>) {
  const { t } = useText();
  if (problems.length === 0) return <p className="soft">{t('duty.sheet.clean')}</p>;
  return (
    <>
      <p>{t('duty.sheet.problems', { count: problems.length })}</p>
      {/* Reached by keyboard, because it scrolls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="duty-sheet-problems" tabIndex={0} role="region" aria-label={t('duty.sheet.problem')}>
        <table>
          <thead>
            <tr>
              <th>{t('duty.sheet.row')}</th>
              <th>{t('duty.sheet.value')}</th>
              <th>{t('duty.sheet.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, SHOWN).map(({ row, column, value, code }) => (
              <tr key={`${String(row)} ${String(column)} ${value} ${code}`}>
                <td>{row === 0 ? '' : t('duty.sheet.cell', { row, column })}</td>
                <td>{value}</td>
                <td>{t(`duty.sheet.problem.${code}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
