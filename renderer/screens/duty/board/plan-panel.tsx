import { CheckCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import { Button, Progress as Bar } from 'antd';
import { useNavigation } from '../../../app/navigation.ts';
import { ledgerOf, useAction, useWriteId } from '../../../data/index.ts';
import { formatCount, useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { dayName, weekdayName } from '../../../text/month.ts';
import type { Proposal } from './board-cells.ts';
import { useBoard } from './board-context.ts';
import { postTitle } from './board-rows.ts';
import { CostList } from './cost-list.tsx';
import { HoleList } from './hole-list.tsx';
import { gapPercent, gapText, standing } from './plan-words.ts';
import { SidePanel } from './side-panel.tsx';
import type { Plan } from './use-plan.ts';

interface Properties {
  readonly plan: Plan;
  /** Plans again, without what was found. */
  readonly onAgain: () => void;
  readonly onKept: (change: string | null, kind: Proposal['kind']) => void;
}

/** Planning on its way, then what was found: proof, cost, holes, why it cannot be better, and whether to take it. */
export function PlanPanel({ plan, onAgain, onKept }: Properties) {
  const { t } = useText();
  const isOver = plan.at === 'found' || plan.at === 'failed';
  const title =
    plan.at === 'running'
      ? 'duty.plan.running'
      : plan.proposal?.kind === 'repair'
        ? 'duty.repair.found'
        : 'duty.plan.found';
  return (
    <SidePanel label={t('duty.plan')} title={t(title)} calls={isOver ? 1 : 0} onClose={null}>
      {plan.at === 'running' && <Running plan={plan} />}
      {plan.at === 'failed' && plan.failure !== null && (
        <>
          <FailureNotice failure={plan.failure} />
          <div className="duty-panel-buttons">
            <Button type="primary" onClick={onAgain}>
              {t('action.retry')}
            </Button>
            <Button onClick={plan.forget}>{t('action.close')}</Button>
          </div>
        </>
      )}
      {plan.at === 'found' && plan.proposal !== null && (
        <Found plan={plan} proposal={plan.proposal} onKept={onKept} />
      )}
    </SidePanel>
  );
}

/** What is known before the planner's first news. */
const nothingYet = { phase: 'first', done: 0, cost: null, bound: null, duties: null, holes: null } as const;

function Running({ plan }: { readonly plan: Plan }) {
  const { t } = useText();
  const { phase, done, cost, bound, duties, holes } = plan.progress ?? nothingYet;
  const missing = holes?.reduce((sum, hole) => sum + hole.missing, 0) ?? null;
  const gap = cost === null || bound === null ? null : gapPercent({ cost, bound });
  // The work a proof takes is not known before; how near the best is, is. Whichever is further tells more.
  const percent = Math.max(Math.round(100 * done), gap === null ? 0 : 100 - gap);
  return (
    <div aria-live="polite" className="duty-running">
      <Bar percent={percent} status="active" aria-label={t('duty.plan.running')} />
      <p>{t(`duty.plan.phase.${phase}`)}</p>
      <dl className="duty-facts">
        <Fact name={t('duty.plan.missing')} value={missing} />
        <Fact name={t('duty.plan.cost')} value={cost} />
        <Fact name={t('duty.plan.bound')} value={bound} />
        <Fact name={t('duty.plan.gap')} value={gap === null ? null : `${String(gap)}%`} />
      </dl>
      {duties !== null && <p className="soft">{t('duty.plan.running.hint')}</p>}
      <div className="duty-panel-buttons">
        <Button disabled={duties === null} onClick={plan.stop}>
          {t('duty.plan.stop')}
        </Button>
      </div>
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: number | string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{typeof value === 'number' ? formatCount(Math.round(value * 10) / 10) : (value ?? '…')}</dd>
    </div>
  );
}

interface FoundProperties {
  readonly plan: Plan;
  readonly proposal: Proposal;
  readonly onKept: Properties['onKept'];
}

function Found({ plan, proposal, onKept }: FoundProperties) {
  const { t } = useText();
  const writeId = useWriteId();
  const keep = useAction('duty.keep');
  const discard = useAction('duty.discard');
  const said = standing(proposal, t);
  const isFewest = proposal.kind === 'repair' && proposal.status === 'optimal';
  const take = async () => {
    const kept = await keep.run({ writeId: writeId.take(), job: proposal.job });
    if (kept === null) return;
    writeId.done();
    plan.forget();
    onKept(kept.change, proposal.kind);
  };
  const drop = async () => {
    await discard.run({ job: proposal.job });
    plan.forget();
  };
  return (
    <>
      <p className={`duty-verdict duty-verdict-${said.tone}`}>
        {said.tone === 'done' ? <CheckCircleFilled aria-hidden /> : <InfoCircleFilled aria-hidden />}
        <span>
          <strong>{isFewest ? t('duty.repair.fewest') : said.title}</strong> {gapText(proposal, t)}
        </span>
      </p>
      <div className="duty-panel-buttons">
        <Button type="primary" loading={keep.isBusy} onClick={() => void take()}>
          {t(proposal.kind === 'repair' ? 'duty.repair.keep' : 'duty.plan.keep')}
        </Button>
        <Button loading={discard.isBusy} onClick={() => void drop()}>
          {t('duty.plan.discard')}
        </Button>
      </div>
      {keep.failure && <FailureNotice failure={keep.failure} />}
      {proposal.kind === 'repair' && <Moved proposal={proposal} />}
      <HoleList holes={proposal.holes} />
      <Core proposal={proposal} plan={plan} />
      {proposal.costs.length === 0 && <p className="soft">{t('duty.costs.none')}</p>}
      <CostList costs={proposal.costs} />
    </>
  );
}

/** Duties that go to somebody else, in the order of their days. */
function Moved({ proposal }: { readonly proposal: Proposal }) {
  const { t, language } = useText();
  const { board } = useBoard();
  const nameOf = (id: string | null) => board.people.find((one) => one.id === id)?.name ?? t('duty.nobody');
  if (proposal.moved.length === 0) return <p className="soft">{t('duty.repair.nothing')}</p>;
  return (
    <>
      <h3>{t('duty.repair.moved', { count: proposal.moved.length })}</h3>
      <ul className="duty-moved">
        {proposal.moved.map((move) => (
          <li key={`${move.date} ${move.post} ${move.from ?? ''}`}>
            <span>
              {dayName(move.date, language)} {weekdayName(move.date, language)}{' '}
              {postTitle(board.posts.find(({ id }) => id === move.post))}
            </span>
            <strong>{t('duty.repair.move', { from: nameOf(move.from), to: nameOf(move.to) })}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The smallest set of rules and facts that cannot hold together, and the cheapest ways out of it. */
function Core({ proposal, plan }: { readonly proposal: Proposal; readonly plan: Plan }) {
  const { t } = useText();
  const navigation = useNavigation();
  const relax = useAction('duty.relax');
  const writeId = useWriteId();
  if (proposal.core.length === 0) return null;
  const loosen = async (relaxation: string) => {
    const started = await relax.run({ writeId: writeId.take(), job: proposal.job, relaxation });
    if (started === null) return;
    writeId.done();
    plan.follow(started.job);
  };
  return (
    <>
      <h3>{t('duty.core')}</h3>
      <ul className="duty-core">
        {proposal.core.map(({ text, ledger, id }) => (
          <li key={text}>
            {text}
            {ledger !== null && id !== null && ledgerOf(ledger) !== undefined && (
              <Button type="link" size="small" onClick={() => navigation.openRecord(ledger, id)}>
                {t('duty.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {proposal.relaxations.length > 0 && (
        <>
          <h3>{t('duty.relax')}</h3>
          <div className="duty-relaxations">
            {proposal.relaxations.map(({ id, text }) => (
              <Button key={id} loading={relax.isBusy} onClick={() => void loosen(id)}>
                {text}
              </Button>
            ))}
          </div>
        </>
      )}
      {relax.failure && <FailureNotice failure={relax.failure} />}
    </>
  );
}
