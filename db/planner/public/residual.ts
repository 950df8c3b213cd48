import type { Instance } from './instance.ts';
import type { RosterState } from './roster-state.ts';
import { OFF } from './schedule-search.ts';

/**
 * What is left for some members when the others keep their rows: their requests, and cover less those already there (a
 * need below nothing is too many from the start). Costs differ from those of the whole by a constant.
 */
export function residualInstance(state: RosterState, open: readonly number[]): Instance {
  const { instance } = state.costs;
  const place = new Map(open.map((member, at) => [member, at]));
  const held = new Int32Array(state.costs.cellCount);
  state.rows.forEach((row, member) => {
    if (place.has(member)) return;
    row?.forEach((shift, day) => {
      if (shift !== OFF) held[state.costs.cell(day, shift)] = (held[state.costs.cell(day, shift)] ?? 0) + 1;
    });
  });
  const own = (requests: Instance['onRequests']): Instance['onRequests'] =>
    requests.flatMap((request) => {
      const member = place.get(request.member);
      return member === undefined ? [] : [{ ...request, member }];
    });
  return {
    ...instance,
    staff: open.flatMap((member) => instance.staff[member] ?? []),
    onRequests: own(instance.onRequests),
    offRequests: own(instance.offRequests),
    cover: instance.cover.map((cover) => ({
      ...cover,
      need: cover.need - (held[state.costs.cell(cover.day, cover.shift)] ?? 0),
    })),
  };
}
