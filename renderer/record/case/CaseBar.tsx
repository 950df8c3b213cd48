import { ClockCircleOutlined, DownOutlined, PauseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Dropdown, Space, Tag, Tooltip } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { useAsk, useSession } from '../../data/index.ts';
import { formatInstant, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import type { ShownRecord } from '../page/RecordPage.tsx';
import { AnswerBar } from './AnswerBar.tsx';
import { CaseDialog } from './CaseDialog.tsx';
import { UnfitReplies } from './UnfitReplies.tsx';
import './case.css';

type CaseState = NonNullable<Output<'workflow.state'>>;
type Action = CaseState['actions'][number];

export interface CaseBarProps {
  readonly ledger: AnyLedger;
  readonly record: ShownRecord;
  /** Told when an action was taken, with the documents it prints. */
  readonly onActed: (prints: readonly string[]) => void;
}

/** Where a case stands, what is due and why, and what can be done: the way on as buttons, side exits in a menu. */
export function CaseBar({ ledger, record, onActed }: CaseBarProps): ReactNode {
  const { value, failure, refresh } = useAsk('workflow.state', { ledger: ledger.id, id: record.id });
  const user = useSession()?.user.name ?? '';
  const root = useRef<HTMLDivElement>(null);
  const version = value?.version;
  useEffect(() => {
    // The button of an action is gone with the state it fitted; the keys of the page need the focus inside.
    if (document.activeElement === document.body)
      root.current?.closest<HTMLElement>('.page')?.focus({ preventScroll: true });
  }, [version]);
  const notice = failure ? <FailureNotice failure={failure} onRetry={refresh} /> : null;
  if (!value) return notice ?? <div className="case-bar" />;
  return (
    <>
      {notice}
      <div className="case-bar" role="region" aria-label={value.stateName} ref={root}>
        <Tag color={value.isEnd ? 'success' : 'processing'}>{value.stateName}</Tag>
        <Due ledger={ledger} state={value} />
        {value.answers === null ? (
          <Actions ledger={ledger} record={record} state={value} onActed={onActed} />
        ) : (
          <AnswerBar
            ledger={ledger}
            record={record}
            answers={value.answers}
            user={user}
            onAnswered={() => {
              onActed([]);
            }}
          />
        )}
      </div>
      <UnfitReplies replies={value.replies} />
    </>
  );
}

/** The deadline of the step with its reason, and who is to be told when it is late. */
function Due({ ledger, state }: { readonly ledger: AnyLedger; readonly state: CaseState }): ReactNode {
  const { t } = useText();
  const clock = state.clocks.find(({ field }) => field === ledger.workflow?.deadline);
  return (
    <span className="case-due">
      {state.waitsFor === null || state.isEnd ? null : (
        <span className="soft">{t('case.waits-for', { who: state.waitsFor })}</span>
      )}
      {clock === undefined ? null : (
        <Tooltip title={clock.explanation}>
          <button type="button" className={clock.isLate ? 'case-clock case-late' : 'case-clock'}>
            {clock.due === null ? (
              <>
                <PauseCircleOutlined aria-hidden /> {t('case.stopped')}
              </>
            ) : (
              <>
                {clock.isLate ? <WarningOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />}{' '}
                {t(clock.isLate ? 'case.late' : 'case.due', { at: formatInstant(clock.due) })}
              </>
            )}
          </button>
        </Tooltip>
      )}
      {state.escalations.length === 0 ? null : (
        <span className="case-late">
          {t('case.escalates', { to: state.escalations.join(t('list.comma')) })}
        </span>
      )}
    </span>
  );
}

/** Actions shown as buttons; the others stand in the menu. */
const MOST_BUTTONS = 4;

function Actions({
  ledger,
  record,
  state,
  onActed,
}: CaseBarProps & { readonly state: CaseState }): ReactNode {
  const { t } = useText();
  const user = useSession()?.user.name ?? '';
  const bar = useRef<HTMLDivElement>(null);
  const [action, setAction] = useState<Action | null>(null);
  const forward = state.actions.filter(({ kind }) => kind === 'forward' || kind === 'evaluate');
  const shown = (forward.length > 0 ? forward : state.actions).slice(0, MOST_BUTTONS);
  const others = state.actions.filter((one) => !shown.includes(one));
  return (
    <div className="case-actions" ref={bar}>
      <Space role="group" aria-label={t('case.actions')}>
        {shown.map((one, index) => (
          <Button
            key={one.id}
            size="small"
            type={index === 0 ? 'primary' : 'default'}
            disabled={one.refused !== null}
            title={one.refused ?? undefined}
            onClick={() => {
              setAction(one);
            }}
          >
            {one.label}
          </Button>
        ))}
        {others.length === 0 ? null : (
          <Dropdown
            trigger={['click']}
            menu={{
              items: others.map((one) => ({
                key: one.id,
                label: one.label,
                disabled: one.refused !== null,
                title: one.refused ?? '',
              })),
              onClick: ({ key }) => {
                setAction(others.find(({ id }) => id === key) ?? null);
              },
            }}
          >
            <Button size="small" icon={<DownOutlined aria-hidden />} iconPlacement="end">
              {t('case.more')}
            </Button>
          </Dropdown>
        )}
      </Space>
      {action === null ? null : (
        <CaseDialog
          ledger={ledger}
          record={record}
          action={action.id}
          verb={action.label}
          seen={state.version}
          user={user}
          onDone={onActed}
          onClose={() => {
            setAction(null);
            // The button that opened it may be gone; the keys of the page need the focus inside.
            bar.current?.closest<HTMLElement>('.page')?.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}
