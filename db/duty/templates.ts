import type { Values } from '../model/field-kind.ts';
import { words, type Localized } from '../model/localized.ts';

/** Ways to set a team up; each brings posts and rules that can be changed afterwards like any record. */
export const templateIds = ['office-whole-day', 'office-day-night', 'patrol'] as const;
export type TemplateId = (typeof templateIds)[number];

/** What a new team begins with. Values are those of the ledgers `duty_team`, `duty_post` and `duty_rule`. */
export interface TeamTemplate {
  readonly id: TemplateId;
  readonly label: Localized;
  readonly hint: Localized;
  readonly kind: 'office' | 'patrol';
  readonly team: Values;
  /** Posts of an office; a patrol has these once for each grid, with the grid's name in front. */
  readonly posts: readonly Values[];
  readonly rules: readonly Values[];
}

const notes = [
  '一、值班时间为当日 8:30 至次日 8:30，值班人员须在岗在位、保持通信畅通。',
  '二、遇突发事件和重大情况，立即报告带班领导，30 分钟内电话报告、1 小时内书面报告。',
  '三、因故不能值班的，须提前办理调班手续，不得空岗、脱岗。',
].join('\n');

/** Weights as measured for offices, docs/roster.md: holidays before all, nights last; a wish weighs up to three times. */
const fairness: readonly Values[] = [
  { name: '总次数均衡', kind: 'fair', counter: 'total', is_hard: false, weight: 30 },
  { name: '双休日次数均衡', kind: 'fair', counter: 'restday', is_hard: false, weight: 30 },
  { name: '法定节假日次数均衡', kind: 'fair', counter: 'holiday', is_hard: false, weight: 50 },
  { name: '春节次数均衡', kind: 'fair', counter: 'spring', is_hard: false, weight: 50 },
];
const fairNights: Values = {
  name: '夜班次数均衡',
  kind: 'fair',
  counter: 'night',
  is_hard: false,
  weight: 20,
};
const wishes: Values = { name: '照顾个人意愿', kind: 'wishes', is_hard: false, weight: 40 };
/** Numbers of rules and hours of posts have one decimal place, so a day of 24 hours is 240. */
const restOneDay: Values = { name: '值班后至少休息 24 小时', kind: 'rest', number: 240, is_hard: true };
const apart: Values = {
  name: '两次值班间隔',
  kind: 'spacing',
  number: 20,
  is_hard: false,
  weight: 25,
};

const leader: Values = {
  name: '带班领导',
  start_time: '08:30',
  hours: 240,
  is_night: false,
  roles: ['01'],
  need_workday: 1,
  rank: 3,
  position: 1,
};

const officeTeam: Values = {
  kind: 'office',
  mode: 'fair',
  fairness_window: 'year',
  notes,
  compensated: ['holiday', 'restday', 'spring'],
  compensation_hours: 80,
};

/** Every way to set a team up, the most usual first. */
const teamTemplates: readonly TeamTemplate[] = [
  {
    id: 'office-whole-day',
    label: words('机关值班（24 小时）', 'Office, 24 hours'),
    hint: words('每天一名带班领导、两名值班干部、一名值班员', 'A leader, two officers and a clerk a day'),
    kind: 'office',
    team: officeTeam,
    posts: [
      leader,
      {
        ...leader,
        name: '值班干部',
        roles: ['02'],
        need_workday: 2,
        rank: 2,
        position: 2,
      },
      { ...leader, name: '值班员', roles: ['03'], rank: 1, position: 3 },
    ],
    rules: [restOneDay, apart, ...fairness, wishes],
  },
  {
    id: 'office-day-night',
    label: words('机关值班（白班、夜班）', 'Office, day and night'),
    hint: words('每天一名带班领导、两名白班干部、一名夜班', 'A leader, two officers by day and one by night'),
    kind: 'office',
    team: officeTeam,
    posts: [
      leader,
      {
        name: '白班',
        start_time: '08:30',
        hours: 90,
        is_night: false,
        roles: ['02'],
        need_workday: 2,
        rank: 2,
        position: 2,
      },
      {
        name: '夜班',
        start_time: '17:30',
        hours: 150,
        is_night: true,
        roles: ['02', '03'],
        need_workday: 1,
        rank: 2,
        position: 3,
      },
    ],
    rules: [
      restOneDay,
      { name: '不连续值夜班', kind: 'nights-in-row', number: 10, is_hard: true },
      apart,
      ...fairness,
      fairNights,
      wishes,
    ],
  },
  {
    id: 'patrol',
    label: words('网格巡查', 'Grid patrol'),
    hint: words(
      '所选村（社区）每个网格每天白班、晚间巡查各一人，A、B 岗互补',
      'A patrol by day and one in the evening in every grid of the village',
    ),
    kind: 'patrol',
    team: {
      kind: 'patrol',
      mode: 'fair',
      fairness_window: 'year',
      compensated: ['holiday', 'spring'],
      compensation_hours: 80,
    },
    posts: [
      {
        name: '白班',
        start_time: '08:30',
        hours: 90,
        is_night: false,
        roles: ['06', '07'],
        need_workday: 1,
        rank: 1,
      },
      {
        name: '晚间巡查',
        start_time: '18:00',
        hours: 30,
        is_night: true,
        roles: ['06', '07'],
        need_workday: 1,
        rank: 1,
      },
    ],
    rules: [
      { name: '两班之间至少休息 11 小时', kind: 'rest', number: 110, is_hard: true },
      { name: '连续值班不超过 6 天', kind: 'days-in-row', number: 60, is_hard: true },
      { name: '每周值班不超过 6 次', kind: 'per-week', number: 60, counter: 'total', is_hard: true },
      { name: '优先本人网格', kind: 'own-place', is_hard: false, weight: 10 },
      ...fairness,
      fairNights,
      wishes,
    ],
  },
];

/** The template of this id; throws when there is none, so callers check what comes from outside before. */
export function templateOf(id: TemplateId): TeamTemplate {
  const found = teamTemplates.find((template) => template.id === id);
  if (found === undefined) throw new Error(`no team template ${id}`);
  return found;
}
