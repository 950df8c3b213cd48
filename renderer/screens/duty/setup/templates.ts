/** Ways to set a team up, the usual one first. */
export const templates = ['office-whole-day', 'office-day-night', 'patrol'] as const;
export type Template = (typeof templates)[number];

/** 东方社区网格巡查: the place, without its committee, before what the team does; nothing while the place is not known. */
export const suggestedName = (place: string, duty: string): string =>
  place === '' ? '' : `${place.replace(/(?:居民|村民)委员会$/, '')}${duty}`;
