import { words, type Localized } from '../../localized.ts';
import type { WorkflowRole } from '../../workflow/workflow-spec.ts';

/** A case that lies with the city (市级): its state there, the one it comes back to, and who enters what the city says. */
interface AtCity {
  readonly state: string;
  readonly back: string;
  readonly who: readonly WorkflowRole[];
}

/** 登记市级受理: the city took the case on under a number of its own, which that field keeps. */
export const cityAccepts = <const N extends string>({ state, who }: AtCity, number: N) =>
  ({
    label: words('登记市级受理', 'City has accepted it'),
    from: [state],
    to: 'stay',
    who,
    asks: [number],
  }) as const;

/** 登记市级退回: the case is the town's again. Where the city's reason goes, each ledger adds. */
export const cityReturns = ({ state, back, who }: AtCity) =>
  ({
    label: words('登记市级退回', 'City sent it back'),
    kind: 'return',
    from: [state],
    to: back,
    who,
  }) as const;

/** 撤回: the town takes the case back from the city and says why. */
export const recalled = ({ state, back, who }: AtCity, label: Localized) =>
  ({ label, kind: 'withdraw', from: [state], to: back, who, opinion: 'must' }) as const;
