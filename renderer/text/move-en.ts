import type { moveZh } from './move-zh.ts';

/** Texts of `renderer/record/move`, English. */
export const moveEn: Readonly<Record<keyof typeof moveZh, string>> &
  Readonly<Record<`${string}_one`, string>> = {
  'move.now': 'Now: {{place}}',
  'move.since': 'since {{from}}',
  'move.span': '{{from}} to {{to}}',
  'move.spanOpen': 'since {{from}}',
  'move.none': 'Nothing is open in {{ledger}} now',
  'move.several': '{{count}} are open in {{ledger}}; correct them first so that one is left',
  'move.unnamed': '(no place given)',
  'move.actions': 'Changes of {{ledger}}',
  'move.title': '{{ledger}}, {{action}}: {{name}}',
  'move.done': '{{action}}: done',
  'move.back': 'Not now',
  'move.keys': 'Enter: next field · Ctrl+S: {{action}} · Esc: not now',
  'move.preview': 'What will happen',
  'move.previewLater': 'Fill in the fields to see what will happen',
  'move.also': 'Also in {{ledger}}: ',
  'move.alsoEmptied': '{{field}} emptied',
  'move.alsoFilled': '{{field}} becomes "{{now}}"',
  'move.endsSubject': 'Also end this record in {{ledger}} (death and the like)',
  'move.subjectEnds': 'Also ends "{{name}}" in {{ledger}}; it can be restored',
  'move.undoTogether':
    'The fields go back to what they were, with {{count}} other changes made together. The undo is recorded too and can be taken back.',
  'move.undoTogether_one':
    'The fields go back to what they were, with one other change made together. The undo is recorded too and can be taken back.',
};
