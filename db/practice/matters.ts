import { longAgo, type Town } from './town.ts';

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

/** Writes a list of matters as an office would keep it, so that issues can be handled by it. */
export function addMatters(town: Town): void {
  const at = longAgo(town.random);
  for (const [index, [category, item, name, lead_unit, limit_days]] of matters.entries())
    town.add('issue_matter', {
      at,
      values: {
        matter_no: `LX${String(index + 1).padStart(3, '0')}`,
        name,
        category,
        item,
        level: '01',
        lead_unit,
        limit_days,
        list_version: '练习清单',
        entered_on: '2026-01-01',
      },
    });
}
