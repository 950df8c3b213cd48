import type { Team } from './team-facts.ts';

/** Title of a month's roster as offices write it: 虎门镇机关2026年12月值班表. */
export function rosterTitle(team: Pick<Team, 'name' | 'kind'>, month: string): string {
  const [year = '', number = ''] = month.split('-');
  const when = `${year}年${Number(number)}月`;
  if (team.kind === 'patrol') return `${team.name.replace(/(网格)?巡查(队|组)?$/, '')}${when}网格巡查值班表`;
  return `${team.name.replace(/值班(队|组|室)?$/, '')}${when}值班表`;
}
