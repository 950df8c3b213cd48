import { dayAfter } from '../../model/calendar/day-arithmetic.ts';
import type { Values } from '../../model/field-kind.ts';
import { put, type Scene } from '../light/scene.ts';

/** An inspection that found something. */
interface Found {
  readonly inspection: string;
  readonly values: Values;
  readonly failed: readonly Values[];
  readonly isOrdered: boolean;
  readonly day: string;
  readonly serial: number;
}

/** Days a practice notice gives. */
const TERM = 7;
/** The oldest notice that is late ran out so many days ago. */
const LATE_DAYS = 5;
/** Codes of `rectify_state`: being put right, to be re-checked, cleared. */
const [OPEN, TO_CHECK, CLEARED] = ['10', '20', '40'] as const;

/** Writes the hazards of an inspection and, when they are ordered to be put right, the notice with its re-check. */
export function addNotice(scene: Scene, found: Found): void {
  const { failed, inspection, isOrdered } = found;
  const notice = isOrdered ? addOrder(scene, found) : null;
  for (const item of failed)
    put(scene, 'inspection_finding', {
      inspection,
      item_no: item['item_no'] ?? null,
      item_group: item['item_group'] ?? null,
      wording: item['wording'] ?? null,
      basis: item['basis'] ?? null,
      remedy: item['remedy'] ?? null,
      severity: item['severity'] ?? null,
      description: '现场检查发现不符合要求',
      ...(!isOrdered && { photos_after: scene.town.paper(scene.random) }),
      state: isOrdered ? '20' : '30',
      notice,
    });
}

function addOrder(scene: Scene, found: Found): string {
  const { values, day, serial } = found;
  const deadline = dayAfter(day, TERM);
  const cleared = dayAfter(day, TERM - 1);
  const { today, ago } = scene.days;
  // The newest are open, and every other of those that ran out in the last days: somebody is late.
  const isLate = deadline >= ago(LATE_DAYS) && serial % 2 === 0;
  const isOver = deadline < today && !isLate;
  const state = isOver ? CLEARED : serial % 3 === 0 ? TO_CHECK : OPEN;
  const rechecked = { recheck_result: '1', recheck_opinion: '经复查，隐患已整改到位。' };
  const notice = put(scene, 'rectification', {
    ...ordered(found),
    deadline,
    state,
    ...(isOver
      ? {
          ...rechecked,
          rechecked_on: cleared,
          recheck_count: 1,
          cleared_on: cleared,
          photos_after: scene.town.paper(scene.random),
        }
      : { step_due: `${deadline}T15:59:59.999Z` }),
  });
  const step = { notice, day: cleared };
  if (state !== OPEN)
    addStep(scene, { ...step, action: 'report_done', name: '整改完成，报请复查', from: OPEN, to: TO_CHECK });
  if (!isOver) return notice;
  put(scene, 'recheck', {
    notice,
    rechecked_on: cleared,
    checkers: values['checkers'] ?? null,
    result: rechecked.recheck_result,
    opinion: rechecked.recheck_opinion,
  });
  addStep(scene, { ...step, action: 'pass', name: '复查合格，隐患消除', from: TO_CHECK, to: CLEARED });
  return notice;
}

/** What the notice says, from the inspection. */
function ordered({ inspection, values, failed, day, serial }: Found): Values {
  const take = (name: string) => values[name] ?? null;
  return {
    serial,
    inspection,
    object_name: take('object_name'),
    village: take('village'),
    place_text: take('place_text'),
    party_name: take('party_name'),
    issued_on: day,
    issued_by: take('checkers'),
    rechecker: take('checkers'),
    severity: failed.some((item) => item['severity'] === '02') ? '02' : '01',
    content: failed
      .map((item, i) => `${i + 1}.不符合“${String(item['wording'])}”。整改要求：${String(item['remedy'])}。`)
      .join('\n'),
  };
}

function addStep(
  scene: Scene,
  step: {
    readonly notice: string;
    readonly action: string;
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly day: string;
  },
): void {
  put(scene, 'rectification_step', {
    case_record: step.notice,
    action: step.action,
    action_name: step.name,
    from_state: step.from,
    to_state: step.to,
    acted_at: `${step.day}T${step.action === 'pass' ? '08' : '02'}:00:00.000Z`,
    actor: '练习数据生成',
    was_late: false,
  });
}
