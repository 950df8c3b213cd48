import { words } from '../../../model/localized.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { dumpRows } from '../../exchange/towns.ts';
import { divisionCodeOf } from '../../../exchange/sync/unit.ts';
import { ledgerNamed } from '../../ledger-named.ts';
import { callerOf } from '../../with-store.ts';

/** `zw city dump`: the rows of a ledger as they stand at the office above. */
export const cityDumpCommand = parentCommand({
  name: 'city dump',
  summary: words('列出市级一个台账的全部记录', 'The rows of a ledger at the office above'),
  positionals: ['LEDGER'],
  options: {
    town: { type: 'string', value: 'CODE', help: words('只列该下级的', 'Only of this office below') },
  },
  prints: '{ledger, rows:[{id, town, removed, <field>: value…}]}',
  run: async (place, input, context) => {
    const ledger = ledgerNamed(input.positionals[0]).id;
    const { town } = input.options;
    const code = typeof town === 'string' ? divisionCodeOf(town) : null;
    return { ledger, rows: await dumpRows(place, { ledger, town: code, caller: callerOf(context) }) };
  },
});
