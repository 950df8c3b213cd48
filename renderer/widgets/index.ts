import './widgets.css';

export { AttachmentTile } from './attachment-tile.tsx';
export { namesOf, useCodeItems, useNames } from './codes.ts';
export type { CodeItem, CodeTable } from './codes.ts';
export { asCriterion, asValues, compact } from './filter-entry.ts';
export { pinyinInitials } from './pinyin-initials.ts';
export { widgetOf } from './registry.ts';
export { useDelayed } from './use-delayed.ts';
export type {
  FilterCriterion,
  FilterEntry,
  FilterProps,
  InputProps,
  TypedProblem,
  Widget,
} from './widget.ts';
