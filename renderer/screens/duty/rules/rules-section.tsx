import { Button } from 'antd';
import { useCallback } from 'react';
import { useNavigation } from '../../../app/navigation.ts';
import { useIsShown } from '../../../app/use-shown.ts';
import { useAsk } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { EmptyState, FailureNotice } from '../../../ui/index.ts';
import { useEdits } from '../board/use-edits.ts';
import { useUndoKey } from '../board/use-undo-key.ts';
import { useDuty } from '../duty-place.ts';
import { RuleLine } from './rule-line.tsx';

/** Rules of a team; nobody has as many. */
const MOST = 100;

/** The rules of the team as sentences whose numbers can be changed where they stand. */
export function RulesSection() {
  const { t } = useText();
  const { team } = useDuty();
  const navigation = useNavigation();
  const { value, failure, refresh } = useAsk('record.page', {
    ledger: 'duty_rule',
    where: { team: team.id },
    limit: MOST,
    fields: ['name', 'kind'],
  });
  const edits = useEdits(useCallback(() => refresh(), [refresh]));
  useUndoKey(useIsShown() && edits.canUndo, () => void edits.undo());
  const add = (
    <Button onClick={() => navigation.openNew('duty_rule', { values: { team: team.id, is_active: true } })}>
      {t('duty.rules.add')}
    </Button>
  );
  const notice = failure === null ? null : <FailureNotice failure={failure} onRetry={refresh} />;
  if (value === undefined) return notice;
  if (value.rows.length === 0) {
    return (
      <EmptyState title={t('duty.rules.none')} body={t('duty.rules.none.body')}>
        {add}
      </EmptyState>
    );
  }
  return (
    <div className="duty-part">
      <div className="duty-part-head">
        <h2>{t('duty.rules')}</h2>
        {add}
        <span className="soft">{t('duty.rules.hint')}</span>
      </div>
      {notice}
      <ul className="duty-rules">
        {value.rows.map(({ id }) => (
          <RuleLine key={id} id={id} write={edits.write} />
        ))}
      </ul>
    </div>
  );
}
