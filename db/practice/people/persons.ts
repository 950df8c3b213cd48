import type { Values } from '../../model/field-kind.ts';
import { longName, personName, rareName } from '../names.ts';
import type { Town } from '../town.ts';
import type { Home, PersonPlan, Resident } from './household-plan.ts';
import { addressOf, checkedOn, kindsOf, statusOf, workOf } from './circumstances.ts';
import { addResidences, startDay } from './moves.ts';

const SHARE_WITHOUT_PHONE = 0.06;
/** One person in so many has a foreign document or none. */
const ONE_IN = { foreign: 300, withoutDocument: 2000, focus: 150 } as const;
/** Every 20,000 people there is one with a rare character and one with a name of 60 characters, the first early. */
const RARE_EVERY = 20_000;

/** Writes a person and where they live and lived. */
export function addPerson(town: Town, home: Home, plan: PersonPlan): Resident {
  const { random } = town;
  const { member, owner } = plan;
  const { name, ethnic } = owner ?? nameOf(town, plan);
  const age = town.days.ageOn(member.birth);
  const document = documentOf(town, plan);
  const phone = owner?.phone ?? (age < 12 || random.chance(SHARE_WITHOUT_PHONE) ? null : town.nextPhone());
  const at = home.at;
  const id = owner?.person ?? town.newId(at);
  const from = startDay(town, home, member);
  const values: Values = {
    name,
    ...document,
    sex: member.male ? '1' : '2',
    birth_date: member.birth,
    ethnic,
    ...(phone === null ? {} : { phone }),
    ...statusOf(town, { age, relation: member.relation }),
    ...workOf(town, age, plan.workplaces),
    ...addressOf(home),
    ...kindsOf(town, { home, age, from, document }),
    household: home.household,
    head_relation: member.relation,
    is_focus: random.below(ONE_IN.focus) === 0,
    source: random.chance(0.7) ? '01' : '02',
    ...checkedOn(town),
  };
  town.add('person', { at, id, values });
  addResidences(town, { home, plan, person: id, from });
  return {
    id,
    name,
    household: home.household,
    idNo: document.doc_type === '111' ? document.doc_no : null,
    phone,
  };
}

function nameOf(
  town: Town,
  { member, number }: PersonPlan,
): { readonly name: string; readonly ethnic: string } {
  const place = number % RARE_EVERY;
  if (place === 300) return { name: rareName(town.random, member.family), ethnic: '01' };
  if (place === 777) return { name: longName(town.random, 60), ethnic: '05' };
  return personName(town.random, member.family, member.male);
}

/** Identity document of a person. */
interface Document {
  readonly doc_type: string;
  readonly doc_no: string;
}

/** Numbers of other documents begin with letters no authority issues together (H000, ZZ), or with the office's own T. */
function documentOf(town: Town, { member, owner }: PersonPlan): Document {
  const { random } = town;
  if (owner !== null) return { doc_type: '111', doc_no: owner.idNo };
  const serial = String(town.rows()).padStart(7, '0').slice(-7);
  if (random.below(ONE_IN.foreign) === 0) {
    return random.chance(0.7)
      ? { doc_type: '516', doc_no: `H0${serial}` }
      : { doc_type: '414', doc_no: `ZZ${serial}` };
  }
  if (random.below(ONE_IN.withoutDocument) === 0) return { doc_type: '990', doc_no: `T${serial}` };
  return { doc_type: '111', doc_no: town.nextResidentId(member.birth, member.male) };
}
