import { dayName } from '../../../text/month.ts';
import { useText } from '../../../text/index.ts';
import type { Board } from './board-cells.ts';
import { useBoard } from './board-context.ts';
import { postTitle } from './board-rows.ts';

/** Seats nobody fills, of the roster or of a proposal; one of them shows its place on the board. */
export function HoleList({ holes }: { readonly holes: Board['holes'] }) {
  const { t, language } = useText();
  const { board, look } = useBoard();
  if (holes.length === 0) return null;
  return (
    <>
      <h3>{t('duty.plan.holes', { count: holes.length })}</h3>
      <ul className="duty-troubles">
        {holes.map((hole) => (
          <li key={`${hole.date} ${hole.post}`}>
            <button type="button" onClick={() => look({ date: hole.date, post: hole.post, person: null })}>
              {t('duty.hole.text', {
                day: dayName(hole.date, language),
                post: postTitle(board.posts.find(({ id }) => id === hole.post)),
                count: hole.missing,
              })}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
