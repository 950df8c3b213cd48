import { isReady, parentOf, useAsk, useSession } from '../../data/index.ts';

/** True where records are sent to a parent, so that how far they have come means something. */
export function useSendsUp(): boolean {
  const isPractice = useSession()?.practice ?? true;
  const { value } = useAsk('exchange.overview', isPractice ? null : {});
  return value !== undefined && isReady(value) && parentOf(value) !== undefined;
}
