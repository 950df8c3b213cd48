import './widgets.css';

export { AttachmentTile } from './attachment-tile.tsx';
export { useCodeItems, useNames } from './codes.ts';
export { asCriterion, asValues } from './filter-entry.ts';
export { LedgerInput } from './ledger-input.tsx';
export { problemText } from './problem-text.ts';
export { widgetOf } from './registry.ts';
export { useDelayed } from './use-delayed.ts';
export { useEntry } from './use-entry.ts';
export type { FilterCriterion, FilterEntry, TypedProblem } from './widget.ts';
