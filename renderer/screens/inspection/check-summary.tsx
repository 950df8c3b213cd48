import { Tag } from 'antd';
import { gradeOf } from '../../../db/model/inspection/grade.ts';
import type { Grade } from '../../../db/model/inspection/grade.ts';
import { useText } from '../../text/index.ts';
import { itemsWith, pointsOf } from './check-state.ts';
import type { CheckState, Sheet } from './check-state.ts';

const colours: Readonly<Record<Grade, string>> = { '1': 'green', '2': 'gold', '3': 'orange', '4': 'red' };

/** How far the check is, and what it comes to. */
export function CheckSummary({ sheet, state }: { readonly sheet: Sheet; readonly state: CheckState }) {
  const { t } = useText();
  const { items, scale } = sheet;
  const failed = itemsWith(state, items, 'failed');
  const done = items.filter(({ no }) => state.marks.has(no)).length;
  const points = pointsOf(failed);
  const grade = gradeOf(
    points,
    failed.some(({ isMajor }) => isMajor),
    scale,
  );
  return (
    <span className="check-summary" role="status">
      <span>{t('inspection.done', { done, total: items.length })}</span>
      <span>{t('inspection.failed', { count: failed.length })}</span>
      {done === items.length && items.length > 0 ? (
        <Tag color={colours[grade]}>
          {t('inspection.graded', { points, grade: t(`inspection.grade.${grade}`) })}
        </Tag>
      ) : (
        <span className="soft">{t('inspection.points', { points })}</span>
      )}
    </span>
  );
}
