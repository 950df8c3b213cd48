import { dayAfter } from '../../model/calendar/day-arithmetic.ts';
import type { Values } from '../../model/field-kind.ts';
import { nextFollowUp, proposedCriteria, riskOf } from '../../model/ledgers/dispute/risk.ts';
import type { Sampled } from '../sample.ts';
import type { Body } from './bodies.ts';
import type { MediationDesk } from './desk.ts';
import type { Story } from './stories.ts';

/** A dispute somebody found. */
interface Found {
  readonly story: Story;
  readonly first: Sampled;
  readonly second: Sampled;
  /** Days since it happened. */
  readonly age_days: number;
  readonly body: Body;
}

/** Days a dispute has to be resolved in; it takes some fewer, and older ones are resolved. */
const TERM = 30;
const RESOLVED_AFTER = 25;

/** Writes a dispute with its risk, a follow-up where there is some, and for every other a hand-over slip; returns its id. */
export function addDispute(desk: MediationDesk, found: Found): string {
  const occur_date = desk.town.days.ago(found.age_days);
  const who = found.body.mediators[0]?.name ?? '调解主任';
  const isOver = found.age_days > RESOLVED_AFTER;
  // What is open was followed up yesterday.
  const followed_on = isOver ? dayAfter(occur_date, 2) : desk.town.days.ago(1);
  const risk = riskRow(found, { occur_date, isOver, followed_on });
  const id = desk.put('dispute', {
    ...basics(desk, found, occur_date),
    resolver_name: who,
    deadline: dayAfter(occur_date, TERM),
    ...resolution({ occur_date, isOver }),
    ...risk,
    ...sentUp(risk, occur_date),
  });
  if (found.story.risk.length > 0) addFollowUp(desk, found, { dispute: id, followed_on, who });
  desk.put('dispute_step', {
    case_record: id,
    action: 'to_mediation',
    action_name: '转人民调解',
    from_state: '10',
    to_state: '30',
    acted_at: `${dayAfter(occur_date, 1)}T02:00:00.000Z`,
    actor: who,
  });
  if (desk.random.chance(0.5)) addHandover(desk, { dispute: id, occur_date, who });
  return id;
}

function basics(desk: MediationDesk, { story, first, second }: Found, occur_date: string): Values {
  return {
    title: `${first.name}与${second.name}${story.about}`,
    kind: story.disputeKind,
    scale: '01',
    source: desk.random.pick(['01', '02', '06', '09']),
    occur_date,
    village: first.division,
    place_text: '本村居民小组',
    people_count: 2,
    summary: story.summary.replaceAll('甲', () => first.name).replaceAll('乙', () => second.name),
    party_name: second.name,
    party_person: second.id,
    party_kind: '01',
    level: '06',
    ...(second.phone === null ? {} : { party_contact: second.phone }),
  };
}

interface When {
  readonly occur_date: string;
  readonly isOver: boolean;
}

/** What is at red risk goes up to the town at once. */
const sentUp = (risk: Values, occur_date: string): Values =>
  risk['risk_level'] === '1' ? { level: '05', sent_up_on: occur_date, may_unsettle: true } : {};

function resolution({ occur_date, isOver }: When): Values {
  if (!isOver) return { status: '30' };
  return {
    status: '40',
    success: true,
    resolve_way: '02',
    resolved_on: dayAfter(occur_date, RESOLVED_AFTER),
    resolve_detail: '经人民调解达成协议。',
  };
}

function riskRow(
  { story }: Found,
  { occur_date, isOver, followed_on }: When & { readonly followed_on: string },
): Values {
  if (story.risk.length === 0) return {};
  const { score, level } = riskOf(story.risk, proposedCriteria);
  return {
    risk_factors: [...story.risk],
    risk_score: score,
    risk_level: level,
    follow_count: 1,
    next_follow_up: isOver ? null : nextFollowUp(level, followed_on),
    ...(level === '1' && { reported_to: '派出所、司法分局', reported_on: occur_date }),
  };
}

interface Of {
  readonly dispute: string;
  readonly occur_date: string;
  readonly who: string;
}

function addFollowUp(
  desk: MediationDesk,
  { first, second }: Found,
  { dispute, followed_on, who }: Omit<Of, 'occur_date'> & { readonly followed_on: string },
): void {
  desk.put('dispute_follow_up', {
    dispute,
    on_day: followed_on,
    who,
    met: `${first.name}、${second.name}`,
    situation: '双方情绪平稳，同意由调解委员会主持调解。',
    is_worse: false,
  });
}

function addHandover(desk: MediationDesk, { dispute, occur_date, who }: Of): void {
  desk.put('dispute_handover', {
    dispute,
    direction: '1',
    from_unit: `${desk.townName}综治中心`,
    to_unit: `${desk.townName}司法分局`,
    handed_on: dayAfter(occur_date, 1),
    handed_by: '综治中心值班员',
    reason: '需人民调解委员会介入调解。',
    done: '已稳住双方情绪，登记基本情况。',
    papers: '排查登记表',
    reply_by: dayAfter(occur_date, 8),
    received_on: dayAfter(occur_date, 2),
    received_by: who,
    replied_on: dayAfter(occur_date, 6),
    reply: '已受理并安排调解。',
  });
}
