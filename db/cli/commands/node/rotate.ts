import { rotateKeys } from '../../../exchange/sync/enrol.ts';
import { words } from '../../../model/localized.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { exchangeRefused } from '../../exchange/told.ts';

/** `zw node rotate`: fresh keys for this computer; a town then asks its parent for a certificate again. */
export const nodeRotateCommand = parentCommand({
  name: 'node rotate',
  summary: words(
    '更换本机密钥（之后重新向上级登记）',
    'Changes the keys of this computer (then enrol again)',
  ),
  positionals: [],
  options: {},
  prints: '{node, number}',
  run: async ({ node }, _input, context) => {
    const rotated = await rotateKeys(node, context.now());
    if (!rotated.ok) throw exchangeRefused(rotated);
    return { node: rotated.identity.node, number: rotated.identity.number };
  },
});
