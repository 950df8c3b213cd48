import { chinaCalendar } from '../../../../db/model/calendar/china.ts';
import { dayAfter } from '../../../../db/model/calendar/day-arithmetic.ts';
import type {
  DutySheet,
  SheetDay,
  SheetDuty,
  SheetPerson,
  SheetPost,
} from '../../../../db/roster/duty-sheet.ts';

/** Names of every kind: three characters, two, a compound surname, one of Ext B (𠮷), a foreigner's of 30 letters. */
const names =
  '李志强 王芳 欧阳建国 陈伟 张秀英 黄𠮷生 刘洋 赵敏 周杰 吴桂花 徐磊 孙丽 马超 朱红 胡军 郭静 何勇 高燕 林涛 罗平 梁坤 宋佳 唐波 许慧 韩冰 Abdurrahman_Muhammad_Ali_Khan 冯刚 邓云 曹阳 彭雪'
    .split(' ')
    .map((name) => name.replaceAll('_', ' '));

const calendar = chinaCalendar();

/** Days from one to the other with the real holidays of China. */
function daysBetween(from: string, to: string): readonly SheetDay[] {
  const days: SheetDay[] = [];
  for (let date = from; date <= to; date = dayAfter(date, 1)) {
    const kind = calendar.kindOf(date);
    const name = calendar.nameOf(date)?.zh ?? null;
    const rest = kind === 'weekend' ? 'restday' : 'workday';
    days.push({
      date,
      class: kind === 'holiday' ? (name === '春节' ? 'spring' : 'holiday') : rest,
      holiday: name,
      isMakeUp: kind === 'make-up',
      remark: '',
    });
  }
  return days;
}

export const people: readonly SheetPerson[] = names.map((name, at) => ({
  id: `p${String(at)}`,
  name,
  phone: `154${String(10_000_000 + at * 7919).slice(0, 8)}`,
  role: at < 5 ? '带班领导' : '值班干部',
}));

const officePosts: readonly SheetPost[] = [
  {
    id: 'leader',
    name: '带班领导',
    hours: '08:30–次日08:30',
    start: '08:30',
    length_h: 24,
    night: false,
    place: null,
  },
  {
    id: 'officer',
    name: '值班干部',
    hours: '08:30–18:00',
    start: '08:30',
    length_h: 9.5,
    night: false,
    place: null,
  },
  {
    id: 'night',
    name: '夜班',
    hours: '18:00–次日08:30',
    start: '18:00',
    length_h: 14.5,
    night: true,
    place: null,
  },
  {
    id: 'driver',
    name: '司机',
    hours: '08:30–次日08:30',
    start: '08:30',
    length_h: 24,
    night: false,
    place: null,
  },
];

/** An office roster of so many days: a leader, two officers, a night and a driver, by turns. */
export function officeSheet(change: Partial<DutySheet> = {}): DutySheet {
  const { from = '2026-12-01', to = '2026-12-31' } = change;
  const days = daysBetween(from, to);
  const duties = days.flatMap(({ date }, at): readonly SheetDuty[] => {
    const of = (post: string, number: number, isChanged = false): SheetDuty => ({
      date,
      post,
      person: `p${String(number)}`,
      isChanged,
    });
    return [
      of('leader', at % 5),
      of('officer', 5 + ((at * 2) % 15)),
      of('officer', 5 + ((at * 2 + 1) % 15), at === 4),
      of('night', 20 + (at % 7)),
      of('driver', 27 + (at % 3)),
    ];
  });
  return {
    title: '虎门镇2026年12月值班表',
    unit: '虎门镇党政综合办公室',
    team: '机关值班',
    kind: 'office',
    from,
    to,
    phone: '0769-85111234',
    fax: '0769-85111235',
    notes: [
      '值班时间为当日8:30至次日8:30，值班人员须在岗在位，保持通讯畅通。',
      '遇重大突发情况，30分钟内电话报告、1小时内书面报告。',
    ],
    prepared: '陈秀兰',
    reviewed: '',
    issued: '',
    watermark: '',
    state: 'published',
    days,
    posts: officePosts,
    people,
    duties,
    ...change,
  };
}

/** A patrol roster of so many grids, two shifts each. */
export function patrolSheet(grids: number, change: Partial<DutySheet> = {}): DutySheet {
  const { from = '2026-12-01', to = '2026-12-31' } = change;
  const days = daysBetween(from, to);
  const posts = Array.from({ length: grids }, (_, at) => at + 1).flatMap((number): readonly SheetPost[] => {
    const code = `441900121203${String(number).padStart(3, '0')}`;
    const place = { code, name: `北栅社区第${String(number)}网格`, area: `北栅大道${String(number)}号片` };
    return [
      {
        id: `g${String(number)}-early`,
        name: '早班',
        hours: '08:30–12:00',
        start: '08:30',
        length_h: 3.5,
        night: false,
        place,
      },
      {
        id: `g${String(number)}-late`,
        name: '晚班',
        hours: '14:00–17:30',
        start: '14:00',
        length_h: 3.5,
        night: false,
        place,
      },
    ];
  });
  const duties = days.flatMap(({ date }, day) =>
    posts.map((post, at) => ({
      date,
      post: post.id,
      person: `p${String((at + day) % 25)}`,
      isChanged: false,
    })),
  );
  const base = officeSheet({ from, to });
  return {
    ...base,
    title: '北栅社区2026年12月网格巡查表',
    unit: '北栅社区',
    team: '北栅网格巡查',
    kind: 'patrol',
    posts,
    duties,
    ...change,
  };
}
