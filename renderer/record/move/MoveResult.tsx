import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import type { MoveSubject } from './MoveDialog.tsx';
import type { Look, Moving } from './use-move.ts';

/** What the move will do, in sentences, and what is wrong with it as a whole. */
export function MoveResult({
  subject,
  moving,
}: {
  readonly subject: MoveSubject;
  readonly moving: Moving;
}): ReactNode {
  const { t, label } = useText();
  const { look, state, endsSubject } = moving;
  const sentence = look?.sentence ?? '';
  // While something is wrong, what would follow is not known yet.
  const isRefused = state.findings.some(({ level }) => level === 'error');
  const changes = isRefused ? [] : (look?.subject ?? []);
  const ledger = label(subject.ledger.label);
  const told = state.findings.filter(({ field, level }) => field === null || level === 'warning');
  return (
    <section className="move-result" aria-label={t('move.preview')} aria-live="polite">
      <h3>{t('move.preview')}</h3>
      {sentence === '' ? (
        <p className="page-empty">{t('move.previewLater')}</p>
      ) : (
        <p className="move-sentence">{sentence}</p>
      )}
      {changes.length === 0 || sentence === '' ? null : (
        <p className="move-also">
          {t('move.also', { ledger })}
          {changes.map((change) => (
            <ChangedField key={change.field} subject={subject} change={change} />
          ))}
        </p>
      )}
      {endsSubject && sentence !== '' ? (
        <p className="move-also">{t('move.subjectEnds', { ledger, name: subject.title })}</p>
      ) : null}
      <ul className="move-findings">
        {told.map(({ code, level, text }) => (
          <li
            key={`${code} ${text}`}
            className={`move-${level}`}
            role={level === 'error' ? 'alert' : 'status'}
          >
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChangedField({
  subject,
  change,
}: {
  readonly subject: MoveSubject;
  readonly change: Look['subject'][number];
}): ReactNode {
  const { t, label } = useText();
  const field = subject.ledger.fields[change.field];
  if (field === undefined) return null;
  const key = change.now === '' ? 'move.alsoEmptied' : 'move.alsoFilled';
  return <span className="move-change">{t(key, { field: label(field.label), now: change.now })}</span>;
}
