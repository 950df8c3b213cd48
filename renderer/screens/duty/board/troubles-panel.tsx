import { formatCount, useText } from '../../../text/index.ts';
import { EmptyState } from '../../../ui/index.ts';
import { dayName } from '../../../text/month.ts';
import { useBoard } from './board-context.ts';
import { postTitle } from './board-rows.ts';
import { SidePanel } from './side-panel.tsx';

interface Properties {
  readonly calls: number;
  readonly onClose: () => void;
}

/** Everything wrong with a roster in sentences, by weight: broken rules, empty seats, then what it costs. */
export function TroublesPanel({ calls, onClose }: Properties) {
  const { t, language } = useText();
  const { board, look } = useBoard();
  const hard = board.broken.filter(({ isHard }) => isHard);
  const soft = board.broken.filter(({ isHard }) => !isHard);
  const posts = new Map(board.posts.map((post) => [post.id, post]));
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
      {board.holes.length > 0 && <h3>{t('duty.plan.holes', { count: board.holes.length })}</h3>}
      <ul className="duty-troubles">
        {board.holes.map((hole) => (
          <li key={`${hole.date} ${hole.post}`}>
            <button type="button" onClick={() => look({ date: hole.date, post: hole.post, person: null })}>
              {t('duty.hole.text', {
                day: dayName(hole.date, language),
                post: postTitle(posts.get(hole.post)),
                count: hole.missing,
              })}
            </button>
          </li>
        ))}
      </ul>
      {soft.length > 0 && <h3>{t('duty.troubles.soft', { count: soft.length })}</h3>}
      <ul className="duty-troubles">{lines(soft)}</ul>
      {board.costs.length > 0 && (
        <>
          <h3>{t('duty.costs')}</h3>
          <dl className="duty-costs">
            {board.costs.map(({ rule, text, cost }) => (
              <div key={rule}>
                <dt>{text}</dt>
                <dd>{formatCount(Math.round(cost * 10) / 10)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </SidePanel>
  );
}
