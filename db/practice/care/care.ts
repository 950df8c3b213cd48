import type { Values } from '../../model/field-kind.ts';
import { residentIdBirth } from '../../model/fields/gb11643.ts';
import { shippedVisitRules } from '../../model/ledgers/care/visit-plan.ts';
import { recordIds } from '../identifiers.ts';
import { type Random, seededRandom } from '../random.ts';
import type { Sample, Sampled } from '../sample.ts';
import type { Town } from '../town.ts';
import { addKindRows } from './kinds.ts';
import { addLabel } from './labels.ts';

/** Added to the town's seed, so that special care is drawn from chance of its own and nothing else moves. */
const CARE_STREAM = 0x63_61_72_65;

/** What the rows of special care share. */
export interface CareDesk {
  readonly town: Town;
  readonly random: Random;
  /** Writes a row entered so long before the town's today; returns its id. */
  readonly put: (ledger: string, values: Values) => string;
}

/**
 * Shares among the people sampled (one in 40). With them come some 4.5 ‰ of severe mental disorder (registered rate of the
 * country), 2 ‰ drug users, 1 ‰ released, fewer of the others; a town needs some of each.
 */
const ADULT_SHARES = [
  ['03', 0.17],
  ['04', 0.075],
  ['01', 0.045],
  ['02', 0.018],
  ['05', 0.012],
] as const;
const YOUTH_SHARE = 0.2;

/** Writes visit rules, and for a share of the people labels with their visits, details, guardians and services. */
export function addCare(
  town: Town,
  { seed, sample }: { readonly seed: number; readonly sample: Sample },
): void {
  const random = seededRandom(seed + CARE_STREAM);
  const newId = recordIds(random);
  const at = town.days.longAgo(random);
  const desk: CareDesk = {
    town,
    random,
    put: (ledger, values) => town.add(ledger, { at, id: newId(at), values }),
  };
  for (const { scope, grade, every, unit } of shippedVisitRules)
    desk.put('care_visit_rule', { scope, grade, every, unit, basis: '本镇走访工作要求' });
  // Every kind must be there: the first people found take them in turn.
  const missing = [...ADULT_SHARES.map(([kind]): string => kind), '06'];
  for (const person of sample.people) {
    const kind = kindOf(random, missing, ageOf(town, person));
    if (kind !== null) addCase(desk, person, kind);
  }
}

function ageOf(town: Town, { idNo }: Sampled): number | null {
  const birth = idNo === null ? null : residentIdBirth(idNo);
  return birth === null ? null : town.days.ageOn(birth);
}

/** The kind somebody of this age is drawn to be of; mostly none. Takes a kind nobody is of yet off the list. */
function kindOf(random: Random, missing: string[], age: number | null): string | null {
  if (age === null) return null;
  const isYoung = age >= 6 && age < 25;
  const place = missing.findIndex((kind) => (kind === '06') === isYoung);
  if (place >= 0 && (isYoung || (age >= 25 && age < 75))) return missing.splice(place, 1)[0] ?? null;
  if (isYoung) return random.chance(YOUTH_SHARE) ? '06' : null;
  return age >= 25 && age < 75 ? drawnKind(random) : null;
}

function drawnKind(random: Random): string | null {
  let drawn = random.fraction();
  for (const [kind, share] of ADULT_SHARES) {
    if (drawn < share) return kind;
    drawn -= share;
  }
  return null;
}

function addCase(desk: CareDesk, person: Sampled, kind: string): void {
  addLabel(desk, person, { kind, guardian: addKindRows(desk, person, kind) });
  // Some drug users were in prison before: two labels at once.
  if (kind === '04' && desk.random.chance(0.2)) {
    addKindRows(desk, person, '01');
    addLabel(desk, person, { kind: '01', guardian: null });
  }
}
