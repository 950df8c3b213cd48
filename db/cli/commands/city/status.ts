import { words } from '../../../model/localized.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { townStatuses } from '../../exchange/towns.ts';

/** `zw city status`: what is held of every office below, and what is missing. */
export const cityStatusCommand = parentCommand({
  name: 'city status',
  summary: words(
    '各下级已收到哪些包、缺哪些、有多少条',
    'What is held of every office below, and what is missing',
  ),
  positionals: [],
  options: {},
  prints: '{towns:[{code, name, nodes, rows:{ledger: n}, lineages:[{id, holds, missing}], held, lastAt}]}',
  run: async (place) => ({ towns: await townStatuses(place) }),
});
