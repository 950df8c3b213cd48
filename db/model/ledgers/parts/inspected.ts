import type { Values } from '../../field-kind.ts';
import type { FollowSpec } from '../../follow-spec.ts';
import { chinaDay } from '../../office-time.ts';

/** What an object of checks calls its link in `inspection`, and its fields. */
interface Inspected<N extends string> {
  readonly link: 'object_rental' | 'object_unit' | 'object_facility' | 'object_school';
  readonly checkedOn: N;
  readonly nextCheck: N;
  readonly grade?: N;
}

/** Lets an object follow its newest inspection: day, next check and, where it has one, grade. What that does not say stays. */
export function followsInspection<const N extends string>(of: Inspected<N>): FollowSpec<N> {
  const { link, checkedOn, nextCheck, grade } = of;
  return {
    part: 'inspection',
    link,
    newest: 'checked_at',
    fields: [checkedOn, nextCheck, ...(grade === undefined ? [] : [grade])],
    needsParts: true,
    values: ({ whole, newest }): Values => {
      const at = newest?.['checked_at'];
      if (newest === null || typeof at !== 'string') return {};
      return {
        [checkedOn]: chinaDay(new Date(at)),
        [nextCheck]: newest['next_check'] ?? whole[nextCheck] ?? null,
        ...(grade !== undefined && { [grade]: newest['grade'] ?? whole[grade] ?? null }),
      };
    },
  };
}
