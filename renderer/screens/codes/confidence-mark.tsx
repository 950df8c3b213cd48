import { CheckCircleOutlined, ExclamationCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useText } from '../../text/index.ts';
import type { CodeTable } from './code-draft.ts';

const marks = {
  high: { color: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  medium: { color: 'default', icon: <QuestionCircleOutlined aria-hidden /> },
  low: { color: 'warning', icon: <ExclamationCircleOutlined aria-hidden /> },
} as const;

/** How well the source of a code table is known: an icon and a word. */
export function ConfidenceMark({ confidence }: Pick<CodeTable, 'confidence'>) {
  const { t } = useText();
  const { color, icon } = marks[confidence];
  return (
    <Tag color={color} icon={icon}>
      {t(`codes.confidence.${confidence}`)}
    </Tag>
  );
}

/** The same where there is room for no word: it is said to who points at it or has it read. */
export function WeakSourceIcon() {
  const { t } = useText();
  const text = t('codes.confidence.low');
  return (
    <span className="codes-weak" title={text}>
      {marks.low.icon}
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
