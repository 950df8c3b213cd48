import type { Desk } from './desk.ts';
import { dueWithin, before, headValues } from './values.ts';

const homes = ['湖南', '湖北', '江西', '广西', '四川', '福建', '河南', '潮汕'] as const;

/** Number, heading, item, code of `score_direction`, tenths of a point. */
const items: readonly (readonly [string, string, string, string, number])[] = [
  ['1-1', '平安建设', '成功调解会员或同乡纠纷', '1', 20],
  ['1-2', '平安建设', '提供有效治安线索', '1', 30],
  ['1-3', '平安建设', '会员企业发生群体性欠薪事件', '2', 100],
  ['2-1', '公益慈善', '捐资助学、扶贫济困', '1', 20],
  ['3-1', '自身建设', '按期换届、年检合格', '1', 50],
  ['3-2', '自身建设', '无故缺席联席会议', '2', 10],
];

/** Writes chambers of commerce, what they get points for, the points, and last year's review. */
export function addChambers(desk: Desk): void {
  const { random, days } = desk;
  const year = days.year - 1;
  const rules = items.map(([item_no, heading, name, direction, points]) => ({
    id: desk.put('chamber_item', {
      item_no,
      heading,
      name,
      direction,
      points,
      standard: '每次（项）计分，年度累计',
      valid_from: `${year}-01-01`,
    }),
    name,
    points: direction === '1' ? points : -points,
  }));
  for (const [i, home] of homes.entries()) {
    const chamber = addChamber(desk, home);
    for (const { id: item, name, points } of rules) {
      if (!random.chance(points > 0 ? 0.7 : 0.15)) continue;
      const scored_on = days.ago(10 + random.below(280));
      desk.put('chamber_score', {
        chamber,
        item,
        scored_on,
        points,
        reason: name,
        reviewer: desk.colleague().name,
      });
    }
    desk.put('chamber_review', {
      chamber,
      year,
      total: 300 - 18 * i - random.below(15),
      place: i + 1,
      grade: i < 2 ? '01' : i < 6 ? '02' : '03',
      reviewed_on: days.notAfterToday(`${days.year}-01-20`),
    });
  }
}

function addChamber(desk: Desk, native: string): string {
  const { random, home } = desk;
  return desk.put('chamber', {
    name: `${home.name}${native}商会（练习）`,
    kind: '01',
    home: native,
    ...headValues(desk.colleague()),
    secretary: desk.colleague().name,
    member_count: 20 + random.below(160),
    has_mediation: random.chance(0.5),
    founded_on: before(desk, 3500),
    term_to: random.chance(0.25) ? dueWithin(desk, 100) : desk.days.ago(-300 - random.below(800)),
    village: home.id,
    place_text: `${home.name}商务大厦`,
  });
}
