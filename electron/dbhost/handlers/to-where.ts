import type { z } from 'zod';
import type { where as whereShape } from '../../contract/shapes.ts';
import type { Where } from '../../../db/store/api.ts';
import { defined } from '../defined.ts';

type Loose = z.output<typeof whereShape>;
type LooseCriterion = Extract<Loose[string], { readonly blank?: boolean | undefined }>;

/** A filter from the wire as the store takes it: criteria without the properties left `undefined`. */
export function toWhere(where: Loose): Where {
  return Object.fromEntries(Object.entries(where).map(([field, wanted]) => [field, toEntry(wanted)]));
}

function toEntry(wanted: Loose[string]): Where[string] {
  if (!isCriterion(wanted)) return wanted;
  const { and, some, none, ...rest } = wanted;
  return {
    ...defined(rest),
    ...(some === undefined ? {} : { some: toWhere(some) }),
    ...(none === undefined ? {} : { none: toWhere(none) }),
    ...(and === undefined ? {} : { and: and.map(toEntry) }),
  };
}

function isCriterion(wanted: Loose[string]): wanted is LooseCriterion {
  return typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted);
}
