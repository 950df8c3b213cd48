import { dayAfter, yearOf } from '../../model/calendar/day-arithmetic.ts';
import type { Values } from '../../model/field-kind.ts';
import { partyFields } from '../../model/ledgers/dispute/case-follows.ts';
import type { Sampled } from '../sample.ts';
import type { Body } from './bodies.ts';
import type { MediationDesk } from './desk.ts';
import type { Story } from './stories.ts';

/** A case to be written. */
export interface NewCase {
  readonly story: Story;
  /** Applicant and respondent. */
  readonly parties: readonly [Sampled, Sampled];
  readonly body: Body;
  readonly mediator: { readonly id: string; readonly name: string };
  readonly dispute: string | null;
  /** Days since it was registered. */
  readonly age_days: number;
  /** Last number given, by body and year. */
  readonly serials: Map<string, number>;
}

/** Days from registration to each step; what lies ahead of the town's today has not happened. */
const STEPS = {
  accept: 1,
  inquire: 4,
  first: 8,
  second: 15,
  perform: 20,
  visit: 45,
  close: 50,
  file: 80,
} as const;

/** Writes a case as far as it has come, with its parties, inquiry, sessions, performance and return visit. */
export function addCase(desk: MediationDesk, given: NewCase): void {
  const { story, parties, body, age_days } = given;
  const registered_on = desk.town.days.ago(age_days);
  const has = (step: keyof typeof STEPS): boolean => age_days >= STEPS[step];
  const fails = desk.random.below(16) === 0;
  const agrees = has('second') && !fails;
  const partyRows = parties.map((one, at) => partyRow(story, one, at));
  const id = desk.put('mediation_case', {
    org: body.id,
    org_sign: body.sign,
    serial: nextSerial(given.serials, `${body.id} ${String(yearOf(registered_on))}`),
    ...registration(desk, given, registered_on),
    ...partyFields(partyRows),
    ...talks(given, { registered_on, has }),
    ...(has('second') && outcome(given, { registered_on, fails })),
    ...(agrees && after({ registered_on, has })),
    status: statusOf({ has, fails }),
    deadline: has('accept') && !has('second') ? lastMinute(dayAfter(registered_on, STEPS.accept + 30)) : null,
    ...(has('close') && closing({ registered_on, has, fails })),
  });
  for (const row of partyRows) desk.put('mediation_party', { ...row, med_case: id });
  addTalks(desk, given, { id, registered_on, has, fails });
  if (agrees) addAfter(desk, given, { id, registered_on, has });
  addSteps(desk, given, { id, registered_on, has, fails });
}

type Has = (step: keyof typeof STEPS) => boolean;

function nextSerial(serials: Map<string, number>, key: string): number {
  const serial = (serials.get(key) ?? 0) + 1;
  serials.set(key, serial);
  return serial;
}

function statusOf({ has, fails }: { readonly has: Has; readonly fails: boolean }): string {
  if (has('file')) return '80';
  if (has('close')) return '70';
  if (has('second') && fails) return '45';
  if (has('visit')) return '60';
  if (has('perform')) return '50';
  if (has('second')) return '40';
  if (has('inquire')) return '30';
  return has('accept') ? '20' : '10';
}

function registration(
  desk: MediationDesk,
  { story, parties, body, dispute, mediator }: NewCase,
  registered_on: string,
): Values {
  const [first, second] = parties;
  return {
    case_name: `${first.name}与${second.name}${story.about}`,
    registered_on,
    registrar: mediator.name,
    source: dispute === null ? '10' : '20',
    kind: story.kind,
    dispute,
    village: body.division,
    place_text: '本村居民小组',
    summary: told(story.summary, parties),
    requests: told(story.requests, parties),
    evidence: '当事人陈述、现场照片、收据',
    amount: story.amount_yuan === 0 ? null : story.amount_yuan * 100,
    is_complex: false,
    id_files: desk.town.paper(desk.random),
  };
}

function talks(
  { mediator }: NewCase,
  { registered_on, has }: { readonly registered_on: string; readonly has: Has },
): Values {
  if (!has('accept')) return {};
  const held = has('second') ? 2 : has('first') ? 1 : 0;
  return {
    accepted_on: dayAfter(registered_on, STEPS.accept),
    rights_told_on: dayAfter(registered_on, STEPS.accept),
    mediator: mediator.id,
    clerk: '书记员小林',
    session_count: held === 0 ? null : held,
    last_session_on: held === 0 ? null : dayAfter(registered_on, held === 2 ? STEPS.second : STEPS.first),
    next_session_at: held === 1 ? at(dayAfter(registered_on, STEPS.second), 10) : null,
  };
}

function outcome(
  { story, parties }: NewCase,
  { registered_on, fails }: { readonly registered_on: string; readonly fails: boolean },
): Values {
  const result_on = dayAfter(registered_on, STEPS.second);
  if (fails) return { result: '2', result_on, advice: ['1', '3'] };
  return {
    result: '1',
    result_on,
    agreement_form: story.amount_yuan > 0 && story.amount_yuan < 2000 ? '1' : '2',
    agreement_facts: told(story.facts, parties),
    agreement: told(story.agreement, parties),
    perform_way: told(story.way, parties),
    perform_place: '调解委员会',
    perform_by: dayAfter(registered_on, STEPS.perform + 10),
    copies: 3,
    agreed_on: result_on,
    visit_by: dayAfter(registered_on, STEPS.visit),
  };
}

function after({ registered_on, has }: { readonly registered_on: string; readonly has: Has }): Values {
  return {
    performance: has('perform') ? '1' : null,
    last_visit_on: has('visit') ? dayAfter(registered_on, STEPS.visit) : null,
  };
}

function closing({
  registered_on,
  has,
  fails,
}: {
  readonly registered_on: string;
  readonly has: Has;
  readonly fails: boolean;
}): Values {
  return {
    closed_on: dayAfter(registered_on, STEPS.close),
    closing: fails ? '双方未达成协议，已告知仲裁、诉讼途径。' : '协议已履行完毕，双方无异议。',
    approver: '调委会主任',
    approval: '同意结案。',
    keep: '2',
    archived_on: has('file') ? dayAfter(registered_on, STEPS.file) : null,
    archive_place: has('file') ? '档案柜二层' : null,
  };
}

function partyRow(story: Story, { id, name, idNo, phone }: Sampled, at: number): Values {
  return {
    role: at === 0 ? '1' : '2',
    kind: '1',
    name,
    person: id,
    ...(idNo === null ? {} : { doc_type: '111', doc_no: idNo }),
    ...(phone === null ? {} : { phone }),
    occupation: story.kind === '10' && at === 0 ? '务工' : '个体经营',
    address: '本村居民小组',
  };
}

/** The end of a day in China. */
const lastMinute = (day: string): string => `${day}T15:59:59.999Z`;

/** An instant of a day at this hour in China. */
const at = (day: string, hour: number): string => `${day}T${String(hour - 8).padStart(2, '0')}:00:00.000Z`;

function addTalks(
  desk: MediationDesk,
  { story, parties, mediator }: NewCase,
  of: { readonly id: string; readonly registered_on: string; readonly has: Has; readonly fails: boolean },
): void {
  const [first, second] = parties;
  const base = { med_case: of.id, place: '调解室', clerk: '书记员小林' };
  if (of.has('inquire'))
    desk.put('mediation_investigation', {
      ...base,
      started_at: at(dayAfter(of.registered_on, STEPS.inquire), 15),
      asked: first.name,
      asked_sex: '1',
      relation: '申请人',
      investigator: mediator.name,
      content: `问：请讲一下事情经过。\n答：${told(story.summary, parties)}\n问：你有什么要求？\n答：${told(story.requests, parties)}\n问：以上是否属实？\n答：属实。`,
    });
  const talk = { ...base, present: `${first.name}、${second.name}`, mediators: mediator.name };
  const rounds = [
    {
      step: 'first',
      result: '3',
      content: '调解员听取双方陈述，说明有关法律规定，双方意见仍有差距，约定再次调解。',
    },
    {
      step: 'second',
      result: of.fails ? '2' : '1',
      content: of.fails
        ? '双方对赔偿数额分歧较大，未能达成一致，调解员告知其他救济途径。'
        : `经调解，双方互谅互让。${told(story.facts, parties)}双方自愿达成协议。`,
    },
  ] as const;
  for (const [index, { step, result, content }] of rounds.entries())
    if (of.has(step))
      desk.put('mediation_session', {
        ...talk,
        round: index + 1,
        held_at: at(dayAfter(of.registered_on, STEPS[step]), 10),
        content,
        result,
        ...(result === '3' && { next_at: at(dayAfter(of.registered_on, STEPS.second), 10) }),
      });
}

/** Actions of `mediationWorkflow` in their order, with the states they lead to and when they were taken. */
const course = [
  { action: 'accept', name: '受理', from: '10', to: '20', step: 'accept' },
  { action: 'talk', name: '开始调查调解', from: '20', to: '30', step: 'inquire' },
  { action: 'agree', name: '达成协议', from: '30', to: '40', step: 'second' },
  { action: 'perform', name: '转入履行', from: '40', to: '50', step: 'perform' },
  { action: 'visit', name: '完成回访', from: '50', to: '60', step: 'visit' },
  { action: 'close', name: '结案', from: '60', to: '70', step: 'close' },
  { action: 'file', name: '归档', from: '70', to: '80', step: 'file' },
] as const;
/** A case without an agreement goes another way. */
const failedCourse = [
  ...course.slice(0, 2),
  { action: 'fail', name: '调解不成', from: '30', to: '45', step: 'second' },
  { action: 'close', name: '结案', from: '45', to: '70', step: 'close' },
  { action: 'file', name: '归档', from: '70', to: '80', step: 'file' },
] as const;

function addSteps(
  desk: MediationDesk,
  { mediator }: NewCase,
  of: { readonly id: string; readonly registered_on: string; readonly has: Has; readonly fails: boolean },
): void {
  for (const { action, name, from, to, step } of of.fails ? failedCourse : course)
    if (of.has(step))
      desk.put('mediation_step', {
        case_record: of.id,
        action,
        action_name: name,
        from_state: from,
        to_state: to,
        acted_at: at(dayAfter(of.registered_on, STEPS[step]), 16),
        actor: mediator.name,
      });
}

function addAfter(
  desk: MediationDesk,
  { story, parties, mediator }: NewCase,
  { id, registered_on, has }: { readonly id: string; readonly registered_on: string; readonly has: Has },
): void {
  if (has('perform'))
    desk.put('mediation_performance', {
      med_case: id,
      noted_on: dayAfter(registered_on, STEPS.perform),
      state: '1',
      amount: story.amount_yuan === 0 ? null : story.amount_yuan * 100,
      way: told(story.way, parties),
      performer: parties[1].name,
    });
  if (has('visit'))
    desk.put('mediation_return_visit', {
      med_case: id,
      visited_on: dayAfter(registered_on, STEPS.visit),
      way: '2',
      visitor: mediator.name,
      visited: parties[0].name,
      reason: '了解协议履行情况',
      state: '1',
      content: '协议已履行完毕，双方关系缓和，对调解结果满意。',
    });
}

const told = (text: string, [first, second]: readonly [Sampled, Sampled]): string =>
  text.replaceAll('甲', () => first.name).replaceAll('乙', () => second.name);
