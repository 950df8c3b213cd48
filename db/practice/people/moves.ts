import type { Values } from '../../model/field-kind.ts';
import { dayOf } from '../days.ts';
import type { Town } from '../town.ts';
import type { Home, Member, PersonPlan } from './household-plan.ts';

/** When somebody moved in: those registered since long, floating people mostly within a few years; never before birth. */
export function startDay(town: Town, home: Home, member: Member): string {
  const { random } = town;
  const years = home.isRegistered ? 3 + random.below(25) : Math.floor(-Math.log(1 - random.fraction()) * 2.2);
  const day = town.days.ago(10 + years * 365 + random.below(365));
  return day < member.birth ? member.birth : day;
}

/** Where somebody lives and, for some, where they lived before. */
export function addResidences(
  town: Town,
  {
    home,
    plan,
    person,
    from,
  }: { readonly home: Home; readonly plan: PersonPlan; readonly person: string; readonly from: string },
): void {
  const { random } = town;
  const { building } = home.room;
  const kind = { owner: '01', rented: '02', bought: '01', dormitory: '04', none: '99' }[building.living];
  const place = { village: building.grid.division, grid: building.grid.id };
  const earlier = plan.earlierRooms[random.below(Math.max(1, plan.earlierRooms.length))];
  // Two in five of those old enough have an earlier home here: a quarter of all intervals are over.
  const since = dayOf(Date.parse(from) - (30 + random.below(1500)) * 86_400_000);
  if (earlier !== undefined && earlier !== home.room && since > plan.member.birth && random.below(5) < 2) {
    const values: Values = {
      person,
      room: earlier.id,
      address: earlier.address,
      village: earlier.building.grid.division,
      grid: earlier.building.grid.id,
      kind: '02',
      from_day: since,
      to_day: from,
      event: '03',
      source: '01',
    };
    town.add('residence', { at: home.at, values });
  }
  const values: Values = {
    person,
    room: home.room.id,
    address: home.room.address,
    ...place,
    kind,
    from_day: from,
    event: '01',
    ...(plan.rentalHouse === null ? {} : { rental_house: plan.rentalHouse }),
    ...(building.owner.person === undefined || building.living !== 'rented'
      ? {}
      : { landlord: building.owner.person }),
    source: random.chance(0.7) ? '01' : '02',
    reported_on: from,
  };
  town.add('residence', { at: home.at, values });
}
