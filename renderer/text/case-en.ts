import type { caseZh } from './case-zh.ts';

/** Texts of `renderer/record/case`, English. */
export const caseEn: Readonly<Record<keyof typeof caseZh, string>> = {
  'case.title': '{{action}}: {{name}}',
  'case.done': 'Done: {{action}}',
  'case.back': 'Not now',
  'case.keys': 'Enter: next field   Ctrl+S: {{action}}   Esc: not now',
  'case.outcome': 'What it will do',
  'case.goes-to': 'The case becomes "{{state}}"',
  'case.next-due': 'next step due {{at}}',
  'case.creates': 'a new record is made in {{ledger}}',
  'case.pause': ', ',
  'case.waits-for': 'Waits for: {{who}}',
  'case.due': 'Due {{at}}',
  'case.late': 'Late, was due {{at}}',
  'case.stopped': 'On hold',
  'case.escalates': 'Report to: {{to}}',
  'case.actions': 'What can be done',
  'case.more': 'More',
  'case.steps': 'Steps {{count}}',
  'case.no-steps': 'No step has been taken yet',
  'case.moved': '{{from}} → {{to}}',
  'case.was-late': 'This step was late',
  'case.many': 'Act',
  'case.many-title': '{{action}}: {{count}} selected {{counter}}',
  'case.many-hint':
    'Each is handled by itself and keeps its own step; those that cannot be are listed with the reason.',
  'case.many-done': '{{action}}: {{count}} {{counter}} done',
  'case.many-left': '{{count}} {{counter}} left:',
  'case.many-too-many': 'At most {{max}} at once; please select fewer',
  'case.close': 'Close',
  'case.print': 'Print "{{document}}"',
};
