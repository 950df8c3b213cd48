import type { FilterCriterion, FilterEntry } from './widget.ts';

/** The entry as a criterion; a plain value or a list of values is none. */
export function asCriterion(entry: FilterEntry | undefined): FilterCriterion {
  if (entry === undefined || entry === null || typeof entry !== 'object' || Array.isArray(entry)) return {};
  return entry;
}

/** The entry as a list of values: `[]` for a criterion. */
export function asValues(entry: FilterEntry | undefined): readonly string[] {
  if (typeof entry === 'string') return [entry];
  return Array.isArray(entry) ? entry : [];
}

/** A criterion without its empty parts; `undefined` when nothing is left, which clears the filter. */
export function compact(criterion: FilterCriterion): FilterCriterion | undefined {
  const parts = Object.entries(criterion).filter(([, part]) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}
