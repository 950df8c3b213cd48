import { Popover } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { RateParts } from '../../../db/model/figures/figure-text.ts';
import { useText } from '../../text/index.ts';
import type { ShownPart } from './open-rows.ts';
import { enterCard, RateCard } from './rate-card.tsx';

interface Properties {
  /** What the rate is called, for the head of the card: 办结率 2026年10月. */
  readonly name: string;
  readonly text: string;
  readonly definition: string | null;
  readonly parts: RateParts<ShownPart>;
  readonly onOpen: (part: ShownPart) => void;
}

/** A rate: opens a card with its definition and its counts, each of which opens its rows. */
export function RateNumber({ name, text, definition, parts, onOpen }: Properties): ReactNode {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      afterOpenChange={(isShown) => {
        if (isShown) enterCard(card.current);
      }}
      trigger="click"
      destroyOnHidden
      content={<RateCard ref={card} {...{ name, text, definition, parts }} onClose={close} onOpen={onOpen} />}
    >
      <button
        ref={button}
        type="button"
        className="figure-link"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`${name} ${text} ${t('figures.rate.open')}`}
      >
        {text}
      </button>
    </Popover>
  );
}
