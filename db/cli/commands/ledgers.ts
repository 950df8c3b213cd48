import { words } from '../../model/localized.ts';
import { ledgers } from '../../model/registry.ts';
import type { Command } from '../command.ts';

/** `zw ledgers`: which ledgers there are. */
export const ledgersCommand: Command = {
  name: 'ledgers',
  summary: words('列出全部台账', 'Lists the ledgers'),
  positionals: [],
  options: {},
  prints: '[{id, label, area}]',
  run: (_input, { language }) => ledgers.map(({ id, label, area }) => ({ id, label: label[language], area })),
};
