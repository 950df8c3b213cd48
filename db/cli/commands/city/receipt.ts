import { answerChild } from '../../../exchange/sync/answer.ts';
import { unitOf } from '../../../exchange/sync/unit.ts';
import { words } from '../../../model/localized.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { exchangeRefused, orderOf, sentJson } from '../../exchange/told.ts';

/** `zw city receipt`: writes the receipt for an office below, its telephone code, and what goes down with it. */
export const cityReceiptCommand = parentCommand({
  name: 'city receipt',
  summary: words(
    '为下级写出回执及下发包',
    'Writes the receipt for an office below, and what goes down to it',
  ),
  positionals: [],
  options: {
    town: {
      type: 'string',
      value: 'CODE',
      required: true,
      help: words('下级代码或节点号', 'Code or node of the office below'),
    },
    to: { type: 'string', value: 'DIR', required: true, help: words('写到哪个文件夹', 'Folder to write to') },
    stick: { type: 'string', value: 'NAME', help: words('U盘编号', 'Number of the stick') },
  },
  prints: '{file, code, down:{file, kind, from, to, changes} or null}',
  run: async ({ node }, input, context) => {
    const peer = officeNamed(String(input.options['town']));
    const order = { ...orderOf(input, context), peer, onlyNew: false, sensitive: false };
    const answer = await answerChild(node, order);
    if (!answer.ok) throw exchangeRefused(answer);
    const down = answer.down === null ? null : sentJson(answer.down);
    return { file: answer.receipt.sent.file, code: answer.code, down };
  },
});

/** An office by node id, or by division code of 6, 9 or 12 digits. */
export const officeNamed = (text: string): string => (/^\d+$/.test(text) ? unitOf(text) : text);
