import type { Names } from '../model/field-kind.ts';
import type { SheetPerson, SheetPost } from '../roster/duty-sheet.ts';
import { hoursText } from './clock-times.ts';
import type { Member, Post, TeamFacts } from './team-facts.ts';

/** Hours of posts have one decimal place. */
const TENTHS = 10;

/** A person as rosters show them. The telephone of whoever is on duty is told to everybody: it stands on the paper. */
export function sheetPerson({ id, name, phone, roles }: Member, names: Names): SheetPerson {
  const role = roles.map((code) => names.codeName('duty_role', code) ?? code).join('、');
  return { id, name, phone: phone ?? '', role };
}

/** A post as rosters show it. */
export function sheetPost(facts: TeamFacts, post: Post, names: Names): SheetPost {
  const grid = post.grid === null ? undefined : facts.gridsById.get(post.grid);
  const nextDay = names.language === 'zh' ? '次日' : 'next day ';
  return {
    id: post.id,
    name: post.name,
    hours: hoursText(post.start_time, postHours(post), nextDay),
    start: post.start_time,
    length_h: postHours(post),
    night: post.is_night === true,
    place: grid === undefined ? null : { code: grid.code, name: grid.name, area: grid.scope ?? '' },
  };
}

/** Length of a duty on the post, in hours. */
export const postHours = ({ hours }: Pick<Post, 'hours'>): number => (hours ?? 0) / TENTHS;
