import { LockOutlined, UnlockOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useShown } from '../../../app/use-shown.ts';
import { useText } from '../../../text/index.ts';
import { EmptyState, FailureNotice } from '../../../ui/index.ts';
import { useDuty } from '../duty-place.ts';
import { balanceText } from '../fairness/fairness-rows.ts';
import { dayName, weekdayName } from '../../../text/month.ts';
import { cellKey, emptyCell, isFrozen } from './board-cells.ts';
import type { Cell, CellDuty } from './board-cells.ts';
import { useBoard } from './board-context.ts';
import type { Looked } from './board-context.ts';
import { postTitle } from './board-rows.ts';
import { SidePanel } from './side-panel.tsx';

type Why = Output<'duty.why'>;
type Candidate = Why['candidates'][number];

/** What can be done with the duty that is looked at. */
export interface DutyActions {
  /** Puts somebody else there, or takes the duty away. */
  readonly replace: (looked: Looked, by: string | null) => void;
  readonly pin: (looked: Looked, locked: boolean) => void;
  readonly swap: (looked: Looked) => void;
  readonly leave: (person: string) => void;
}

interface Properties {
  readonly looked: Looked;
  /** Raised when the keyboard asks for the panel. */
  readonly calls: number;
  readonly actions: DutyActions;
  readonly onClose: () => void;
}

/** Why this person is on duty here, who was excluded by which rule, and who could take it instead. */
export function WhyPanel({ looked, calls, actions, onClose }: Properties) {
  const { t, language } = useText();
  const { board, cells, canEdit } = useBoard();
  const { date, post, person } = looked;
  const isOpen = canEdit && !isFrozen(board, date);
  const cell = cells.get(cellKey(date, post)) ?? emptyCell(date, post);
  const where = postTitle(board.posts.find(({ id }) => id === post));
  const title = `${dayName(date, language)} ${weekdayName(date, language)} · ${where}`;
  const duty = cell.duties.find((one) => one.person === person);
  return (
    <SidePanel label={t('duty.why')} title={title} calls={calls} onClose={onClose}>
      {cell.duties.length > 1 && <People cell={cell} looked={looked} />}
      {duty !== undefined && <DutyFacts duty={duty} />}
      {!isOpen && <p className="soft">{t('duty.why.closed')}</p>}
      {isOpen && duty !== undefined && <DutyButtons looked={looked} duty={duty} actions={actions} />}
      {[...cell.broken, ...(duty?.broken ?? [])].map((one) => (
        <p key={one.text} className={one.isHard ? 'duty-broken-text' : 'duty-costly-text'}>
          {one.text}
        </p>
      ))}
      <h3>{duty === undefined ? t('duty.why.empty') : t('duty.why.person', { name: duty.name })}</h3>
      <Asked looked={looked} onTake={isOpen ? (by) => actions.replace(looked, by) : null} />
    </SidePanel>
  );
}

/** The other people of the cell, one press away. */
function People({ cell, looked }: { readonly cell: Cell; readonly looked: Looked }) {
  const { t } = useText();
  const { look } = useBoard();
  return (
    <div className="duty-panel-people" role="group" aria-label={t('duty.on-duty')}>
      {cell.duties.map((one) => (
        <Button
          key={one.person}
          size="small"
          aria-pressed={one.person === looked.person}
          type={one.person === looked.person ? 'primary' : 'default'}
          onClick={() => look({ ...looked, person: one.person })}
        >
          {one.name}
        </Button>
      ))}
    </div>
  );
}

function Asked({ looked, onTake }: Pick<AnswerProperties, 'looked' | 'onTake'>) {
  const { team, month } = useDuty();
  const { value, failure, isSlow, refresh } = useShown('duty.why', { team: team.id, month, ...looked });
  return (
    <>
      {failure !== null && <FailureNotice failure={failure} onRetry={refresh} />}
      {isSlow && <Skeleton active paragraph={{ rows: 4 }} />}
      {value !== undefined && (
        <Answer key={Object.values(looked).join(' ')} why={value} looked={looked} onTake={onTake} />
      )}
    </>
  );
}

/** Telephone, how the duty came about, and whom the plan had meant. */
function DutyFacts({ duty }: { readonly duty: CellDuty }) {
  const { t } = useText();
  const { phone } = duty;
  return (
    <p className="duty-phone">
      {phone !== '' && <span>{t('duty.phone', { phone })}</span>}
      {duty.origin !== null && <span>{t(`duty.origin.${duty.origin}`)}</span>}
      {duty.plannedName !== '' && <span>{t('duty.planned-for', { name: duty.plannedName })}</span>}
    </p>
  );
}

interface ButtonsProperties {
  readonly looked: Looked;
  readonly duty: CellDuty;
  readonly actions: DutyActions;
}

function DutyButtons({ looked, duty, actions }: ButtonsProperties) {
  const { t } = useText();
  const { board } = useBoard();
  const { person, isLocked } = duty;
  const isDraft = board.roster?.state === 'draft';
  return (
    <div className="duty-panel-buttons">
      {isDraft && (
        <>
          <Button
            size="small"
            icon={isLocked ? <UnlockOutlined aria-hidden /> : <LockOutlined aria-hidden />}
            onClick={() => actions.pin(looked, !isLocked)}
          >
            {t(isLocked ? 'duty.unpin' : 'duty.pin')}
          </Button>
          <Button size="small" disabled={isLocked} onClick={() => actions.replace(looked, null)}>
            {t('duty.remove')}
          </Button>
        </>
      )}
      <Button size="small" onClick={() => actions.swap(looked)}>
        {t('duty.swap')}
      </Button>
      <Button size="small" onClick={() => actions.leave(person)}>
        {t('duty.leave')}
      </Button>
    </div>
  );
}

/** Candidates shown before more are asked for. */
const BEST = 5;

interface AnswerProperties {
  readonly why: Why;
  readonly looked: Looked;
  /** `null` where nothing can be changed any more. */
  readonly onTake: ((person: string) => void) | null;
}

function Answer({ why, looked, onTake }: AnswerProperties) {
  const { t } = useText();
  const [isAll, setAll] = useState(false);
  const free = why.candidates.filter(({ isFree }) => isFree);
  const excluded = why.candidates.filter(({ isFree }) => !isFree);
  return (
    <>
      <ul className="duty-reasons">
        {why.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <h3>{t(looked.person === null ? 'duty.why.could' : 'duty.why.instead')}</h3>
      {free.length === 0 && <p className="soft">{t('duty.why.nobody')}</p>}
      <ul className="duty-candidates">
        {free.slice(0, isAll ? free.length : BEST).map((candidate) => (
          <CandidateLine key={candidate.person} candidate={candidate} onTake={onTake} />
        ))}
      </ul>
      {!isAll && free.length > BEST && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('duty.why.more', { count: free.length - BEST })}
        </Button>
      )}
      {excluded.length > 0 && (
        <details className="duty-excluded" open={free.length === 0}>
          <summary>{t('duty.why.excluded', { count: excluded.length })}</summary>
          <ul className="duty-candidates">
            {excluded.map((candidate) => (
              <CandidateLine key={candidate.person} candidate={candidate} onTake={null} />
            ))}
          </ul>
        </details>
      )}
      {why.reasons.length === 0 && why.candidates.length === 0 && <EmptyState title={t('duty.why.none')} />}
    </>
  );
}

interface LineProperties {
  readonly candidate: Candidate;
  /** `null` where a rule excludes the person. */
  readonly onTake: ((person: string) => void) | null;
}

function CandidateLine({ candidate, onTake }: LineProperties) {
  const { t } = useText();
  const { board } = useBoard();
  const name = board.people.find(({ id }) => id === candidate.person)?.name ?? '';
  return (
    <li>
      <span className="duty-candidate-texts">
        <strong>
          {name}
          {candidate.cost !== null && candidate.cost !== 0 && (
            <span className="duty-candidate-cost">
              {t('duty.why.cost', { cost: balanceText(candidate.cost) })}
            </span>
          )}
        </strong>
        {candidate.texts.map((text) => (
          <span key={text}>{text}</span>
        ))}
        {candidate.texts.length === 0 && <span className="soft">{t('duty.why.fits')}</span>}
      </span>
      {onTake !== null && (
        <Button
          size="small"
          aria-label={t('duty.why.take.name', { name })}
          onClick={() => onTake(candidate.person)}
        >
          {t('duty.why.take')}
        </Button>
      )}
    </li>
  );
}
