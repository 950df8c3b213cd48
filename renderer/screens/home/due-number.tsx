import { ClockCircleOutlined, FileExclamationOutlined, WarningOutlined } from '@ant-design/icons';
import { formatCount } from '../../text/index.ts';

/** What a number of the day's work counts. */
type NumberTone = 'overdue' | 'today' | 'week' | 'missing';

const signs = {
  overdue: <WarningOutlined aria-hidden />,
  today: <ClockCircleOutlined aria-hidden />,
  week: null,
  missing: <FileExclamationOutlined aria-hidden />,
} as const;

interface Properties {
  readonly count: number;
  readonly isExact?: boolean;
  readonly tone: NumberTone;
  /** What it counts and what a click does, for those who only hear it. */
  readonly label: string;
  readonly onOpen: () => void;
}

/** A number that opens its rows; none is a dash. The sign says the same as the colour. */
export function DueNumber({ count, isExact = true, tone, label, onOpen }: Properties) {
  if (count === 0) return <span className="due-none">–</span>;
  return (
    <button type="button" className={`due-number due-${tone}`} aria-label={label} onClick={onOpen}>
      {signs[tone]} {formatCount(count)}
      {isExact ? '' : '+'}
    </button>
  );
}
