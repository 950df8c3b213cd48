import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { cardFile } from '../../../exchange/sync/enrol.ts';
import { words } from '../../../model/localized.ts';
import { parentCommand } from '../../exchange/open-node.ts';

/** `zw city card`: this office's public keys, for the offices below it. */
export const cityCardCommand = parentCommand({
  name: 'city card',
  summary: words(
    '写出本单位名片（公钥），供下级登记使用',
    "Writes this office's card, for the offices below it",
  ),
  positionals: [],
  options: {
    out: { type: 'string', value: 'CARD', required: true, help: words('名片文件', 'File of the card') },
  },
  prints: '{file, node, name, fingerprint}',
  run: async ({ node }, input, context) => {
    const { text, card } = await cardFile(node, context.now());
    const file = path.resolve(String(input.options['out']));
    writeFileSync(file, text);
    return { file, node: card.node, name: card.name, fingerprint: card.fingerprint };
  },
});
