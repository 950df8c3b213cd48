import { formatCount } from '../text/index.ts';

interface Properties {
  readonly label: string;
  /** `undefined` while it is being counted. */
  readonly value: number | undefined;
  /** False when counting stopped at a bound: shown as "at least". */
  readonly isExact?: boolean;
  readonly unit?: string;
  readonly tone?: 'plain' | 'done' | 'wrong';
  /** Opens the rows behind the number. */
  readonly onClick?: () => void;
}

/** A number with its name; where it can be clicked, it opens the rows that make it. */
export function Figure({ label, value, isExact = true, unit = '', tone = 'plain', onClick }: Properties) {
  const number = value === undefined ? '…' : `${formatCount(value)}${isExact ? '' : '+'}`;
  const body = (
    <>
      <span className="figure-label">{label}</span>
      <span className={`figure-value figure-${tone}`}>
        {number} <small>{unit}</small>
      </span>
    </>
  );
  if (onClick === undefined) return <div className="figure">{body}</div>;
  return (
    <button type="button" className="figure figure-open" onClick={onClick}>
      {body}
    </button>
  );
}
