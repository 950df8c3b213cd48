import { childrenOf, parentOf } from '../../data/index.ts';
import type { Overview } from '../../data/index.ts';
import type { TextKey } from '../../text/index.ts';

/** A number of the home page and the rows behind it. */
export interface ExchangeFigure {
  readonly label: TextKey;
  readonly unit: TextKey;
  readonly value: number;
  /** True where something has to be done. */
  readonly isWrong: boolean;
  /** Part of the screen of the exchange that shows them. */
  readonly part: string;
}

/** Numbers for the home page, in order; `pending` is that of the session, which follows every save. */
export function homeFigures(overview: Overview, pending: number): readonly ExchangeFigure[] {
  const hasParent = parentOf(overview) !== undefined;
  const children = childrenOf(overview);
  const gaps = children.filter((peer) => peer.missing.length > 0).length;
  const rows = 'exchange.home.unit.rows';
  const up: readonly ExchangeFigure[] = [
    figure('pending', rows, { value: pending, isWrong: false, part: 'send' }),
    figure('overdue', 'exchange.home.unit.packages', {
      value: overview.overdue,
      part: 'register.sent',
    }),
    figure('returned', rows, { value: overview.returned, part: 'inbox.returned' }),
  ];
  const down: readonly ExchangeFigure[] = [
    figure('gaps', 'exchange.home.unit.offices', {
      value: gaps,
      part: 'register.received',
    }),
    figure('waiting', rows, { value: overview.waiting, part: 'inbox.waiting' }),
  ];
  return [
    ...(hasParent ? up : []),
    figure('conflicts', 'exchange.home.unit.places', {
      value: overview.conflicts,
      part: 'inbox.conflicts',
    }),
    figure('twins', 'exchange.home.unit.pairs', {
      value: overview.twins,
      part: 'inbox.twins',
    }),
    ...(children.length > 0 ? down : []),
  ];
}

type Name = 'pending' | 'overdue' | 'returned' | 'conflicts' | 'twins' | 'gaps' | 'waiting';

function figure(
  name: Name,
  unit: TextKey,
  rest: Pick<ExchangeFigure, 'value' | 'part'> & { readonly isWrong?: boolean },
): ExchangeFigure {
  return { label: `exchange.home.${name}`, unit, isWrong: rest.value > 0, ...rest };
}
