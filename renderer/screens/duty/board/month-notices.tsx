import { CheckCircleFilled, InfoCircleFilled, WarningFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useNavigation } from '../../../app/navigation.ts';
import { formatInstant, useText } from '../../../text/index.ts';
import { troublesOf } from './board-cells.ts';
import type { Board } from './board-cells.ts';
import { gapText, standing } from './plan-words.ts';

interface Properties {
  readonly board: Board;
  readonly onTroubles: () => void;
  /** A plan stands on the board instead of the roster. */
  readonly isPreview: boolean;
}

/** What a planner must know before reading the month: a calendar not announced, how good the roster is, what is wrong. */
export function MonthNotices({ board, onTroubles, isPreview }: Properties) {
  const { t } = useText();
  const navigation = useNavigation();
  const year = board.month.slice(0, 4);
  return (
    <>
      {!board.isAnnounced && (
        <Alert
          className="duty-notice"
          type="warning"
          showIcon
          title={t('duty.calendar.unknown', { year })}
          action={
            <Button size="small" onClick={() => navigation.openList('duty_calendar_day')}>
              {t('duty.calendar.open')}
            </Button>
          }
        />
      )}
      {isPreview && <p className="duty-verdict-line duty-preview">{t('duty.preview')}</p>}
      {!isPreview && board.roster !== null && (
        <Verdict board={board} roster={board.roster} onTroubles={onTroubles} />
      )}
    </>
  );
}

interface VerdictProperties extends Omit<Properties, 'isPreview'> {
  readonly roster: NonNullable<Board['roster']>;
}

function Verdict({ board, roster, onTroubles }: VerdictProperties) {
  const { t } = useText();
  const { hard, soft, missing } = troublesOf(board);
  const said = standing(roster, t);
  const troubles = [
    ...(hard > 0 ? [t('duty.troubles.hard.count', { count: hard })] : []),
    ...(missing > 0 ? [t('duty.troubles.missing.count', { count: missing })] : []),
  ];
  return (
    <div className="duty-verdict-line" role="status">
      {hard + missing > 0 ? (
        <button type="button" className="duty-verdict-wrong" onClick={onTroubles}>
          <WarningFilled aria-hidden /> {troubles.join(t('list.comma'))}
        </button>
      ) : (
        <button type="button" className="duty-verdict-done" onClick={onTroubles}>
          <CheckCircleFilled aria-hidden /> {t('duty.troubles.kept')}
        </button>
      )}
      {soft > 0 && (
        <button type="button" className="duty-verdict-due" onClick={onTroubles}>
          <InfoCircleFilled aria-hidden /> {t('duty.troubles.soft.count', { count: soft })}
        </button>
      )}
      <span className="soft">
        {said.title} {gapText(roster, t)}
      </span>
      {roster.plannedAt !== null && (
        <span className="soft">{t('duty.planned-at', { at: formatInstant(roster.plannedAt) })}</span>
      )}
      {roster.isOutdated && <span className="duty-outdated">{t('duty.outdated')}</span>}
    </div>
  );
}
