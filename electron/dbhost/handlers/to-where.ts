import type { z } from 'zod';
import type { where as whereShape } from '../../contract/shapes.ts';
import type { Criterion, Where } from '../../../db/store/api.ts';
import { defined } from '../defined.ts';

/** A filter from the wire as the store takes it: criteria without the properties left `undefined`. */
export function toWhere(where: z.output<typeof whereShape>): Where {
  return Object.fromEntries(
    Object.entries(where).map(([field, wanted]) => [field, isCriterion(wanted) ? defined(wanted) : wanted]),
  );
}

type Loose = { readonly [K in keyof Criterion]?: Criterion[K] | undefined };

function isCriterion(wanted: z.output<typeof whereShape>[string]): wanted is Loose & object {
  return typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted);
}
