import { revokeNode } from '../../../exchange/sync/enrol.ts';
import { words } from '../../../model/localized.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { exchangeRefused, textOf } from '../../exchange/told.ts';

/** `zw node revoke`: a lost or retired computer below is trusted no longer. */
export const nodeRevokeCommand = parentCommand({
  name: 'node revoke',
  summary: words('注销遗失或停用的下级计算机', 'Revokes a lost or retired computer below'),
  positionals: ['NODE'],
  options: {
    reason: { type: 'string', value: 'TEXT', required: true, help: words('注销原因', 'Why it is revoked') },
  },
  prints: '{node, trust}',
  run: async ({ node }, input, context) => {
    const name = input.positionals[0] ?? '';
    const revoked = await revokeNode(node, {
      node: name,
      reason: textOf(input, 'reason'),
      now: context.now(),
    });
    if (!revoked.ok) throw exchangeRefused(revoked);
    return { node: name, trust: revoked.trust };
  },
});
