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

/** Numbers for the home page, in order. */
export function homeFigures(overview: Overview): readonly ExchangeFigure[] {
  const parent = parentOf(overview);
  const children = childrenOf(overview);
  const gaps = children.filter((peer) => peer.missing.length > 0).length;
  const rows = 'exchange.home.unit.rows';
  const up: readonly ExchangeFigure[] = [
    figure('pending', rows, { value: parent?.pending ?? 0, isWrong: false, part: 'send' }),
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
    ...(parent === undefined ? [] : up),
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
