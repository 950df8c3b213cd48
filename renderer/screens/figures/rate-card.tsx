import { useEffect, useRef, type ReactNode, type Ref } from 'react';
import { countText, type RateParts } from '../../../db/model/figures/figure-text.ts';
import { useText } from '../../text/index.ts';
import type { ShownPart } from './open-rows.ts';

interface Properties {
  readonly name: string;
  readonly text: string;
  /** The sentence that says what is counted. */
  readonly definition: string | null;
  readonly parts: RateParts<ShownPart>;
  readonly onOpen: (part: ShownPart) => void;
  readonly onClose: () => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** What a rate is: its definition, and the counts above and below the line, each of which opens its rows. */
export function RateCard({ name, text, definition, parts, onOpen, onClose, ref }: Properties): ReactNode {
  const { t } = useText();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div ref={ref} className="rate-card" role="dialog" aria-label={`${name} ${text}`}>
      <strong>
        {name} {text}
      </strong>
      {definition !== null && <p className="soft">{definition}</p>}
      <Side title={t('figures.rate.numerator')} counts={parts.numerator} onOpen={onOpen} />
      <Side title={t('figures.rate.denominator')} counts={parts.denominator} onOpen={onOpen} />
    </div>
  );
}

function Side({
  title,
  counts,
  onOpen,
}: {
  readonly title: string;
  readonly counts: readonly ShownPart[];
  readonly onOpen: (part: ShownPart) => void;
}) {
  return (
    <dl>
      <dt>{title}</dt>
      {counts.map((part) => (
        <dd key={part.label}>
          <button type="button" className="figure-link" onClick={() => onOpen(part)}>
            {countText(part)}
          </button>
        </dd>
      ))}
    </dl>
  );
}

/** The card stands at the end of the page; who opened it with a key goes on inside it. For when it has come into view. */
export const enterCard = (card: HTMLDivElement | null): void => card?.querySelector('button')?.focus();
