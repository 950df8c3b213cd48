import { dayAfter } from '../../model/calendar/day-arithmetic.ts';
import { proposedCriteria } from '../../model/ledgers/dispute/risk.ts';
import { ledgerOf } from '../../model/registry.ts';
import { recordIds } from '../identifiers.ts';
import { seededRandom } from '../random.ts';
import type { Sample } from '../sample.ts';
import type { Town } from '../town.ts';
import { addBodies } from './bodies.ts';
import { addCase } from './cases.ts';
import type { MediationDesk } from './desk.ts';
import { addDispute } from './disputes.ts';
import { stories } from './stories.ts';

/** Added to the town's seed, so that disputes are drawn from chance of their own and nothing else moves. */
const MEDIATION_STREAM = 0x6d_65_64_69;
/** One case for so many people sampled (one person in 40 is), which makes some 10 a year for 1,000 people with the next. */
const PEOPLE_PER_CASE = 4;
/** Every town has enough of them to show each state. */
const LEAST_CASES = 48;
/** Villages with a committee in a practice town. */
const MOST_VILLAGES = 40;

/** Writes bodies, mediators, criteria, disputes with their follow-ups and slips, and cases with all their parts. */
export function addMediation(
  town: Town,
  given: {
    readonly seed: number;
    readonly sample: Sample;
    readonly townName: string;
    readonly villages: readonly { readonly id: string; readonly name: string }[];
  },
): void {
  const random = seededRandom(given.seed + MEDIATION_STREAM);
  const newId = recordIds(random);
  const at = town.days.longAgo(random);
  const desk: MediationDesk = {
    town,
    random,
    townName: given.townName,
    put: (ledger, values) => town.add(ledger, { at, id: newId(at), values: ledgerOf(ledger).fill(values) }),
  };
  for (const { factor, points, least } of proposedCriteria)
    desk.put('dispute_risk_criterion', { factor, points, least });
  addReport(desk);
  const bodies = addBodies(desk, given.villages.slice(0, MOST_VILLAGES));
  const { people } = given.sample;
  const count = Math.max(LEAST_CASES, Math.floor(people.length / PEOPLE_PER_CASE));
  const serials = new Map<string, number>();
  for (let i = 0; i < count; i += 1) {
    const [first, second] = [people[(2 * i) % people.length], people[(2 * i + 1) % people.length]];
    const story = stories[i % stories.length] ?? stories[0];
    const able = bodies.filter(({ kind }) => takes(kind, story.kind));
    const body = able[random.below(Math.max(1, able.length))];
    if (first === undefined || second === undefined || body === undefined) continue;
    // Every other began as a dispute somebody found.
    const dispute =
      i % 2 === 0 ? addDispute(desk, { story, first, second, age_days: ageOf(i) + 3, body }) : null;
    const [mediator] = body.mediators;
    if (mediator !== undefined)
      addCase(desk, {
        story,
        parties: [first, second],
        body,
        mediator,
        dispute,
        age_days: ageOf(i),
        serials,
      });
  }
}

/** The figures of the year up to the end of last month, as a town hands them in. */
function addReport(desk: MediationDesk): void {
  const { days } = desk.town;
  const [year = '', month] = days.monthAgo(1).split('-');
  const to_day = dayAfter(`${days.monthAgo(0)}-01`, -1);
  desk.put('mediation_report', {
    title: `${year}年1—${Number(month)}月人民调解案件情况统计表`,
    from_day: `${year}-01-01`,
    to_day,
    filled_by: '司法分局统计员',
    filled_on: `${days.monthAgo(0)}-01`,
  });
}

/** Bodies for medical disputes and traffic accidents take only those, and traffic accidents go nowhere else. */
const takes = (body: string, kind: string): boolean => body !== '04' && (body === '05') === (kind === '16');

/** The newest are some days old and still open, the oldest nearly two years. */
const ageOf = (at: number): number => 3 + ((at * 29) % 640);
