import { numberText } from '../../../db/model/figures/figure-text.ts';
import { measureIds, type Indicator } from '../../../db/model/figures/indicators.ts';
import { useText } from '../../text/index.ts';

interface Properties {
  readonly indicator: Indicator;
  readonly value: number | null;
  /** Number of a measure in this period. */
  readonly numberOf: (measure: string) => number;
  /** What the number is of, for who hears the screen: 大宁社区 上期. */
  readonly name: string;
  readonly onOpen: (part: 'numerator' | 'denominator') => void;
}

/** A number that opens its rows; below a rate stand the two counts it is made of, which open theirs. */
export function NumberButton({ indicator, value, numberOf, name, onOpen }: Properties) {
  const { t } = useText();
  const [first, second] = measureIds(indicator);
  if (value === null && second === undefined) return <span className="soft">—</span>;
  const label = `${name} ${numberText(indicator, value)} ${t('figures.rows', { label: name })}`;
  return (
    <span className="figure-number">
      <button type="button" className="figure-link" aria-label={label} onClick={() => onOpen('numerator')}>
        {numberText(indicator, value)}
      </button>
      {second !== undefined && (
        <small>
          <PartButton count={numberOf(first)} name={name} onOpen={() => onOpen('numerator')} />/
          <PartButton count={numberOf(second)} name={name} onOpen={() => onOpen('denominator')} />
        </small>
      )}
    </span>
  );
}

function PartButton({
  count,
  name,
  onOpen,
}: {
  readonly count: number;
  readonly name: string;
  readonly onOpen: () => void;
}) {
  const { t } = useText();
  return (
    <button
      type="button"
      className="figure-link"
      aria-label={t('figures.rows.of', { label: name, count })}
      onClick={onOpen}
    >
      {numberText({ kind: 'count', digits: 0 }, count)}
    </button>
  );
}
