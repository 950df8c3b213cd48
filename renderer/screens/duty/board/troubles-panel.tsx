import { useText } from '../../../text/index.ts';
import { EmptyState } from '../../../ui/index.ts';
import { useBoard } from './board-context.ts';
import { CostList } from './cost-list.tsx';
import { HoleList } from './hole-list.tsx';
import { SidePanel } from './side-panel.tsx';

interface Properties {
  readonly calls: number;
  readonly onClose: () => void;
}

/** Everything wrong with a roster in sentences, by weight: broken rules, empty seats, then what it costs. */
export function TroublesPanel({ calls, onClose }: Properties) {
  const { t } = useText();
  const { board, look } = useBoard();
  const hard = board.broken.filter(({ isHard }) => isHard);
  const soft = board.broken.filter(({ isHard }) => !isHard);
  const isClean = hard.length === 0 && soft.length === 0 && board.holes.length === 0;
  const lines = (broken: typeof hard) =>
    broken.map(({ date, post, person, text }) => (
      <li key={`${date} ${text}`}>
        <button type="button" onClick={() => look({ date, post: post ?? postOn(date, person), person })}>
          {text}
        </button>
      </li>
    ));
  const postOn = (date: string, person: string | null) =>
    board.duties.find((duty) => duty.date === date && duty.person === person)?.post ?? '';
  return (
    <SidePanel label={t('duty.troubles')} title={t('duty.troubles')} calls={calls} onClose={onClose}>
      {isClean && <EmptyState title={t('duty.troubles.none')} body={t('duty.troubles.none.body')} />}
      {hard.length > 0 && <h3>{t('duty.troubles.hard', { count: hard.length })}</h3>}
      <ul className="duty-troubles duty-troubles-hard">{lines(hard)}</ul>
      <HoleList holes={board.holes} />
      {soft.length > 0 && <h3>{t('duty.troubles.soft', { count: soft.length })}</h3>}
      <ul className="duty-troubles">{lines(soft)}</ul>
      <CostList costs={board.costs} />
    </SidePanel>
  );
}
