import type { Building, Owner } from '../housing.ts';
import { surname } from '../names.ts';
import { weighted } from '../random.ts';
import type { Town } from '../town.ts';
import type { Member } from './household-plan.ts';

/** People in a family household: 1.95 on average, as in the census of 2020. */
const drawFamilySize = weighted([
  [1, 47],
  [2, 26],
  [3, 16],
  [4, 7],
  [5, 3],
  [6, 1],
]);
const drawHeadAge = weighted([
  [18, 6],
  [23, 14],
  [28, 20],
  [33, 20],
  [38, 15],
  [43, 10],
  [48, 7],
  [53, 4],
  [58, 2],
  [66, 1],
  [76, 1],
]);
/** Who lives together: workmates in a dormitory, else a family with its head first. */
export function drawMembers(
  town: Town,
  {
    owner,
    building,
    most,
  }: { readonly owner: Owner | null; readonly building: Building; readonly most: number },
): readonly Member[] {
  const { random } = town;
  const headAge = drawHeadAge(random) + random.below(5);
  const head: Member = {
    male: owner?.male ?? random.chance(0.56),
    birth: owner?.birth ?? town.days.birthDay(random, headAge),
    relation: '02',
    family: surname(random),
  };
  if (building.living === 'dormitory')
    return dormitoryMembers(town, head, Math.min(most, 2 + random.below(6)));
  const size = Math.min(most, drawFamilySize(random));
  const age = town.days.ageOn(head.birth);
  return Array.from({ length: size }, (_, i) => (i === 0 ? head : relative(town, { head, age, place: i })));
}

/** Dormitories hold workmates of one sex, not families. */
function dormitoryMembers(town: Town, head: Member, size: number): readonly Member[] {
  return Array.from({ length: size }, (_, i) =>
    i === 0
      ? head
      : {
          male: head.male,
          birth: town.days.birthDay(town.random, 18 + town.random.below(30)),
          relation: '99',
          family: surname(town.random),
        },
  );
}

/** Second a spouse, then children, at the end of a large household a parent. */
function relative(
  town: Town,
  { head, age, place }: { readonly head: Member; readonly age: number; readonly place: number },
): Member {
  const { random } = town;
  if (place === 1 && age >= 22) {
    const years = Math.max(20, age - 4 + random.below(7));
    return {
      male: !head.male,
      birth: town.days.birthDay(random, years),
      relation: '10',
      family: surname(random),
    };
  }
  if (place >= 4 && age < 60) {
    const male = random.chance(0.4);
    return {
      male,
      birth: town.days.birthDay(random, age + 22 + random.below(10)),
      relation: male ? '51' : '52',
      family: head.family,
    };
  }
  const male = random.chance(0.53);
  const years = Math.max(0, age - 21 - random.below(12));
  return {
    male,
    birth: town.days.birthDay(random, years),
    relation: male ? '20' : '30',
    family: head.family,
  };
}
