/**
 * Layouts of a roster on paper: `list` a row per day, `calendar` weeks × 7 days, `week` people × the days of a week,
 * `patrol` grids × days, `holiday` the days of one holiday (国庆节值班安排表).
 */
export const dutyLayouts = ['list', 'calendar', 'week', 'patrol', 'holiday'] as const;
export type DutyLayout = (typeof dutyLayouts)[number];

/**
 * Where phone numbers stand: in the cell beside the name, in a list at the end, nowhere, or (`auto`) in the cell where all
 * then stays on one page, else in the list.
 */
export const phonePlaces = ['auto', 'cell', 'list', 'none'] as const;
export type PhonePlace = (typeof phonePlaces)[number];
