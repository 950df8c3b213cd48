import { words } from '../localized.ts';
import type { Localized } from '../localized.ts';

const mergedWith = words('与重复记录合并，保留', 'Merged with the same record, kept as');
/** Stands at the end of the reason of a removal by merging; what stands before it is for people. */
const tail = /〔→([^〔〕]+)〕$/u;

/**
 * Reason of the removal of a record that was merged into another. The id at its end is part of the format of packages
 * (`docs/package-format.md`): every node must be able to tell a merge from any other removal, also through nodes whose
 * program only passes reasons on.
 */
export const mergeReason = (
  kept: { readonly title: string; readonly id: string },
  language: keyof Localized,
): string => `${mergedWith[language]} ${kept.title}〔→${kept.id}〕`;

/** Id of the record another was merged into; `null` for any other removal, and for none. */
export const mergedInto = (reason: string | null | undefined): string | null =>
  tail.exec(reason ?? '')?.[1] ?? null;
