import { issueWorkflow } from '../model/ledgers/issue/issue-workflow.ts';
import { recordIds } from './identifiers.ts';
import type { AddedIssue } from './issues.ts';
import { seededRandom } from './random.ts';
import type { Town } from './town.ts';

/** Added to the town's seed, so that these are drawn from chance of their own and nothing else moves. */
const MATTER_STREAM = 0x6d_61_74_74;
const HOUR_MS = 3_600_000;

/** Category, item, name, lead department, days allowed. Invented for practice: Dongguan's own list was not found. */
const matters = [
  ['01', '0101', '占用、堵塞、封闭疏散通道', '消防救援大队', 3],
  ['01', '0102', '消防设施器材损坏缺失', '消防救援大队', 5],
  ['01', '0104', '电动自行车违规停放充电', '消防救援大队', 2],
  ['01', '0105', '违规用火用电用气', '消防救援大队', 3],
  ['02', '0201', '未登记租住人员', '公安分局', 3],
  ['02', '0203', '门禁未安装或失效', '公安分局', 7],
  ['03', '0301', '无证生产经营', '市场监管分局', 7],
  ['10', '1001', '邻里纠纷', '社区居委会', 7],
  ['12', '1204', '垃圾堆放', '城管分局', 2],
  ['13', '1301', '占道经营', '城管分局', 2],
  ['15', '1502', '内涝积水', '水务中心', 1],
  ['16', '1602', '违规储存瓶装气', '住建局', 2],
  ['18', '1801', '拖欠工资', '人力资源社会保障分局', 15],
] as const;

/** Steps of cases still on their way, by the state each led to; what was closed long ago was taken over without. */
const stepsTo = [
  ['20', 'accept'],
  ['30', 'dispatch'],
  ['40', 'take'],
  ['50', 'finish'],
] as const;

/** True for an issue that has steps. */
export const isOnItsWay = ({ values }: AddedIssue): boolean =>
  stepsTo.some(([state]) => state === values['status']);

/** Writes a list of matters as an office would keep it, and the steps of issues on their way. */
export function addMatters(
  town: Town,
  { seed, issues }: { readonly seed: number; readonly issues: readonly AddedIssue[] },
): void {
  const random = seededRandom(seed + MATTER_STREAM);
  const newId = recordIds(random);
  for (const issue of issues) addSteps(town, issue, newId);
  const at = town.days.longAgo(random);
  for (const [index, [category, item, name, lead_unit, limit_days]] of matters.entries())
    town.add('issue_matter', {
      at,
      id: newId(at),
      values: {
        matter_no: `LX${String(index + 1).padStart(3, '0')}`,
        name,
        category,
        item,
        work_group: category === '10' ? '3' : '4',
        level: '01',
        lead_unit,
        limit_days,
        list_version: '练习清单',
        entered_on: town.days.newYear,
      },
    });
}

function addSteps(town: Town, issue: AddedIssue, newId: (at: number) => string): void {
  const reached = stepsTo.findIndex(([state]) => state === issue.values['status']);
  const reported = Date.parse(String(issue.values['reported_at']));
  for (const [index, [state, action]] of stepsTo.slice(0, reached + 1).entries()) {
    const at = reported + (index + 1) * HOUR_MS;
    const due = index === reached ? issue.values['deadline'] : null;
    town.add('issue_step', {
      at,
      id: newId(at),
      values: {
        case_record: issue.id,
        action,
        action_name: issueWorkflow.actions[action].label.zh,
        from_state: stepsTo[index - 1]?.[0] ?? '10',
        to_state: state,
        acted_at: new Date(at).toISOString(),
        actor: '练习调度员',
        was_late: false,
        ...(typeof due === 'string' ? { due_at: due } : {}),
      },
    });
  }
}
