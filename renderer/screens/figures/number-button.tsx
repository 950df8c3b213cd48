import { numberText, type RateParts } from '../../../db/model/figures/figure-text.ts';
import type { Indicator } from '../../../db/model/figures/indicators.ts';
import { useText } from '../../text/index.ts';
import { useOpenPart, type ShownPart } from './open-rows.ts';
import { RateNumber } from './rate-number.tsx';

interface Properties {
  readonly indicator: Indicator;
  readonly value: number | null;
  /** The counts of a rate; `null`: the indicator is none. */
  readonly parts: RateParts<ShownPart> | null;
  /** What the number is of, for who hears the screen: 大宁社区 上期. */
  readonly name: string;
  readonly onOpen: () => void;
}

/** A number that opens its rows; a rate opens its card, and the two counts below it their rows. */
export function NumberButton({ indicator, value, parts, name, onOpen }: Properties) {
  const { t, label } = useText();
  if (parts !== null)
    return (
      <RateCounts
        name={name}
        text={numberText(indicator, value)}
        definition={indicator.definition === null ? null : label(indicator.definition)}
        parts={parts}
      />
    );
  if (value === null) return <span className="soft">—</span>;
  const said = `${name} ${numberText(indicator, value)} ${t('figures.rows', { label: name })}`;
  return (
    <span className="figure-number">
      <button type="button" className="figure-link" aria-label={said} onClick={onOpen}>
        {numberText(indicator, value)}
      </button>
    </span>
  );
}

/** A rate with its counts beside it, where it is made of one and one. */
export function RateCounts(
  properties: Pick<Properties, 'name'> & {
    readonly text: string;
    readonly definition: string | null;
    readonly parts: RateParts<ShownPart>;
  },
) {
  const open = useOpenPart();
  const { numerator, denominator } = properties.parts;
  const [above, below] = [numerator[0], denominator[0]];
  const isPair = numerator.length === 1 && denominator.length === 1;
  return (
    <span className="figure-number">
      <RateNumber {...properties} onOpen={open} />
      {isPair && above !== undefined && below !== undefined && (
        <small>
          <PartButton part={above} name={properties.name} />/
          <PartButton part={below} name={properties.name} />
        </small>
      )}
    </span>
  );
}

function PartButton({ part, name }: { readonly part: ShownPart; readonly name: string }) {
  const { t } = useText();
  const open = useOpenPart();
  return (
    <button
      type="button"
      className="figure-link"
      aria-label={t('figures.rows.of', { label: `${name} ${part.label}`, count: part.count })}
      onClick={() => open(part)}
    >
      {numberText({ kind: 'count', digits: 0 }, part.count)}
    </button>
  );
}
