import { dayAfter } from '../../model/calendar/day-arithmetic.ts';
import { readyRules } from '../../model/council/ready-rules.ts';
import type { Values } from '../../model/field-kind.ts';
import { put, someName, times, type Scene } from '../light/scene.ts';

/** What villages talked over: title, code of `consult_content`, what was agreed, code of `consult_outcome`. */
const subjects: readonly (readonly [string, string, string, string])[] = [
  ['老旧楼栋加装电梯', '13', '同意加装，费用按楼层分摊', '1'],
  ['村道两侧划设停车位', '13', '先划十五个车位，试行三个月', '2'],
  ['河涌清淤与绿化', '14', '列入年度计划，分两期实施', '2'],
  ['厂房物业续租', '10', '按评估价公开招租', '1'],
  ['年度股份分红方案', '08', '按股份章程执行，公示七天', '1'],
  ['出租屋电动车集中充电点选址', '15', '选址于文化广场东侧', '2'],
  ['长者饭堂开办', '16', '由社工机构运营，村集体补贴', '2'],
  ['修订村规民约', '04', '增加出租屋管理条款', '1'],
  ['外来人员子女暑期托管', '17', '利用综合服务中心场地开办', '2'],
  ['公共照明改造', '11', '更换路灯六十盏', '2'],
  ['物业服务企业选聘', '12', '公开选聘，业主大会决定', '1'],
  ['祠堂修缮筹资', '18', '暂缓，待资金落实', '9'],
];

/** States in which the topics of a practice town stand, so that each is there, and the days since they were raised. */
const stages = [
  ['80', 190],
  ['80', 165],
  ['80', 140],
  ['80', 115],
  ['80', 90],
  ['70', 44],
  ['60', 35],
  ['50', 13],
  ['40', 10],
  ['30', 6],
  ['20', 4],
  ['10', 1],
] as const;
const PRESENT = { invited: 45, present: 40 } as const;

/** Writes topics, each from its session on with all that is kept of it. */
export function addConsultation(scene: Scene, rules: ReadonlyMap<string, string>): void {
  for (const [i, subject] of subjects.entries()) {
    const [title, , agreement, outcome] = subject;
    const [state, age_days] = stages[i] ?? ['10', 1];
    const day = scene.days.ago(age_days);
    const village = scene.somewhere().grid.division;
    const session =
      state >= '40' ? addSession(scene, { village, title, day: dayAfter(day, 9), agreement }) : null;
    const topic = put(scene, 'consult_topic', {
      serial: i + 1,
      village,
      session,
      ...raised(scene, subject, day),
      ...reached(subject, state, day),
    });
    if (session !== null && outcome === '1') addVote(scene, { session, topic, subject: title, rules });
    if (state >= '60')
      addTask(scene, { topic, item: agreement, deadline: dayAfter(day, 60), isDone: state >= '70' });
    if (state >= '20') addReview(scene, topic, dayAfter(day, 2));
  }
}

type Subject = (typeof subjects)[number];
const reviewed = '同意列入协商议题。';

const raised = (scene: Scene, [title, kind]: Subject, day: string): Values => ({
  title,
  content_kind: kind,
  ...(kind === '10' && { trade_no: `DGJT${scene.days.year}0117` }),
  subjects: ['02', '05', '08', '09'],
  raised_by: someName(scene),
  raised_kind: scene.random.pick(['05', '08', '09']),
  raised_on: day,
  reason: `${title}，居民反映较多，建议组织协商。`,
});

/** What a topic has by the state it has come to; codes of `consult_state` rise along the way. */
function reached([, , agreement, outcome]: Subject, state: string, day: string): Values {
  const by: readonly (readonly [string, Values])[] = [
    ['20', { review: reviewed, reviewed_on: dayAfter(day, 2) }],
    ['30', { announced_on: dayAfter(day, 4) }],
    ['40', { agreement, outcome }],
    ['50', { published_from: dayAfter(day, 10), published_to: dayAfter(day, 16) }],
    ['60', { unit: '村（居）委会', deadline: dayAfter(day, 60) }],
    ['70', { done_on: dayAfter(day, 40), done: '已按协商意见完成。' }],
    ['80', { told_on: dayAfter(day, 42), told: '已张贴告示并逐户告知。', satisfaction: '1' }],
  ];
  const due: Values = state < '50' ? { step_due: `${dayAfter(day, 20)}T09:30:00.000Z` } : {};
  return by
    .filter(([code]) => state >= code)
    .reduce<Values>((values, [, more]) => ({ ...values, ...more }), { state, ...due });
}

function addReview(scene: Scene, topic: string, day: string): void {
  put(scene, 'consult_topic_step', {
    case_record: topic,
    action: 'take_up',
    action_name: '审核同意',
    from_state: '10',
    to_state: '20',
    acted_at: `${day}T02:00:00.000Z`,
    actor: '练习数据生成',
    opinion: reviewed,
  });
}

function addSession(
  scene: Scene,
  of: { readonly village: string; readonly title: string; readonly day: string; readonly agreement: string },
): string {
  const session = put(scene, 'consult_session', {
    title: `${of.title}协商会`,
    village: of.village,
    platform: '05',
    noticed_on: dayAfter(of.day, -5),
    notice: `议题：${of.title}。请村（居）民代表准时参加。`,
    held_at: `${of.day}T07:00:00.000Z`,
    place: '综合服务中心会议室',
    host: someName(scene),
    recorder: someName(scene),
    ...PRESENT,
    non_local: 6,
    minutes: '主持人说明议题；代表逐一发言；形成一致意见。',
    resolution: of.agreement,
  });
  const names = new Set(times(8, () => someName(scene)));
  for (const name of names)
    put(scene, 'consult_attendance', {
      session,
      name,
      subject_kind: scene.random.pick(['05', '05', '08', '09', '11']),
      contact: scene.town.nextPhone(),
      is_local: scene.random.chance(0.8),
      has_signed: true,
    });
  return session;
}

const REPRESENTATIVES = '村民代表会议';

function addVote(
  scene: Scene,
  of: {
    readonly session: string;
    readonly topic: string;
    readonly subject: string;
    readonly rules: ReadonlyMap<string, string>;
  },
): void {
  const rule: Values = readyRules.find(({ values }) => values['name'] === REPRESENTATIVES)?.values ?? {};
  const agree = 18 + scene.random.below(20);
  put(scene, 'consult_vote', {
    session: of.session,
    topic: of.topic,
    subject: of.subject,
    way: '1',
    rule: of.rules.get(REPRESENTATIVES) ?? null,
    attend_share: rule['attend_share'] ?? null,
    agree_share: rule['agree_share'] ?? null,
    agree_base: rule['agree_base'] ?? null,
    eligible: PRESENT.invited,
    present: PRESENT.present,
    agree,
    against: PRESENT.present - agree - 2,
    abstain: 2,
  });
}

function addTask(
  scene: Scene,
  of: { readonly topic: string; readonly item: string; readonly deadline: string; readonly isDone: boolean },
): void {
  put(scene, 'consult_task', {
    topic: of.topic,
    item: of.item,
    responsible: '村（居）委会',
    deadline: of.deadline,
    state: of.isDone ? '2' : '1',
    ...(of.isDone && { done_on: dayAfter(of.deadline, -20), done: '已完成。' }),
  });
}
