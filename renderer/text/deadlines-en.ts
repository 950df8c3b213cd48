import type { deadlinesZh } from './deadlines-zh.ts';

/** Deadlines that were given out before the holiday calendar changed. */
export const deadlinesEn: Readonly<Record<keyof typeof deadlinesZh, string>> &
  Readonly<Record<`${string}_one`, string>> = {
  'deadlines.title': 'Moving deadlines',
  'deadlines.body':
    'After a change of the holiday calendar, deadlines already given out are reckoned anew: later ones always move, earlier ones while the new end is still to come; what would already be past stays as it was given.',
  'deadlines.check': 'Check deadlines',
  'deadlines.notice': 'The holiday calendar changed; {{count}} deadlines already given out are concerned.',
  'deadlines.notice_one': 'The holiday calendar changed; {{count}} deadline already given out is concerned.',
  'deadlines.notice.look': 'Look and move',
  'deadlines.notice.later': 'Later',
  'deadlines.none': 'No deadline is to be moved',
  'deadlines.none.body':
    'After a change of the holiday calendar, the deadlines of open cases it concerns are listed here.',
  'deadlines.none.all': 'The deadlines of all open cases agree with the holiday calendar.',
  'deadlines.all': 'Check all open cases',
  'deadlines.all.hint': 'Checks the deadlines of all open cases, whichever days changed',
  'deadlines.days': 'Days that changed: ',
  'deadlines.day.span': '{{from}} to {{to}}',
  'deadlines.day.off': ' now off',
  'deadlines.day.worked': ' now worked',
  'deadlines.day.name': ' ({{name}})',
  'deadlines.day.more': ' and more',
  'deadlines.found': '{{count}} deadlines are to be moved.',
  'deadlines.found_one': '{{count}} deadline is to be moved.',
  'deadlines.found.kept': '{{count}} more would already be past and stay.',
  'deadlines.keep': 'Leave them as they are',
  'deadlines.keep.hint': 'Moves none; told again when one of their days changes again',
  'deadlines.move': 'Move {{count}} deadlines',
  'deadlines.move_one': 'Move {{count}} deadline',
  'deadlines.moving': 'Moving deadlines',
  'deadlines.moved':
    '{{moved}} moved. Each stands in the steps of its case; all can be taken back as a batch.',
  'deadlines.moved.kept':
    '{{moved}} moved, {{kept}} left as they were. Each stands in the steps of its case; all can be taken back as a batch.',
  'deadlines.batches': 'Imports and batches',
  'deadlines.more': 'Only the first {{count}} are listed; all are moved.',
  'deadlines.column.case': 'Case',
  'deadlines.column.state': 'Ledger and state',
  'deadlines.column.person': 'Handler',
  'deadlines.column.was': 'Was due',
  'deadlines.column.due': 'Now due',
  'deadlines.column.turn': 'Change',
  'deadlines.turn.later': 'Later',
  'deadlines.turn.earlier': 'Earlier',
  'deadlines.turn.left': 'Time left changes',
  'deadlines.turn.kept': 'Stays',
  'deadlines.healed': 'no longer late',
  'settings.calendar': 'Holidays and deadlines',
  'settings.calendar.body':
    'Deadlines are reckoned by the days off the State Council announces and those the town entered. After a change, deadlines already given out are checked here.',
  'settings.calendar.days': 'Open the holiday calendar',
  'batch.count.moved': '{{count}} moved',
  'batch.count.kept': '{{count}} kept',
  'job.kind.deadlines': 'Moving deadlines',
};
