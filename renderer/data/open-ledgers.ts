import type { AnyLedger } from '../../db/model/define-ledger.ts';
import { areaGroups, orderedLedgers, wholeAreas, type AreaGroup } from './ledgers.ts';
import { useSession } from './use-window.ts';

/** An area with the ledgers a user may open. Areas keep their places, so that their keys do. */
export interface OpenArea extends AreaGroup {
  /** Sensitive ledgers left out. */
  readonly closed: number;
}

/** The ledgers a user is offered, in the forms of `ledgers.ts`. What is left out the data process would refuse. */
export interface OpenLedgers {
  readonly areas: readonly OpenArea[];
  readonly wholeAreas: readonly OpenArea[];
  readonly ordered: readonly AnyLedger[];
  readonly mayOpen: (ledger: AnyLedger) => boolean;
}

/** Ledgers by whether sensitive ones may be opened. */
export function openLedgers(seesSensitive: boolean): OpenLedgers {
  const mayOpen = (ledger: AnyLedger): boolean => seesSensitive || !ledger.sensitive;
  const opened = (area: AreaGroup): OpenArea => {
    const ledgers = area.ledgers.filter(mayOpen);
    return { ...area, ledgers, closed: area.ledgers.length - ledgers.length };
  };
  return {
    areas: areaGroups.map(opened),
    wholeAreas: wholeAreas.map(opened),
    ordered: orderedLedgers.filter(mayOpen),
    mayOpen,
  };
}

const all = openLedgers(true);
const ordinary = openLedgers(false);

/** The ledgers the user at the window may open. */
export function useOpenLedgers(): OpenLedgers {
  return (useSession()?.user.seesSensitive ?? true) ? all : ordinary;
}
