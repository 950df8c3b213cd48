import { words } from '../../model/localized.ts';
import type { AnyField, AnyLedger } from '../../model/define-ledger.ts';
import type { Command } from '../command.ts';
import { ledgerNamed } from '../ledger-named.ts';

/** `zw describe LEDGER`: the definition as data, for scripts that build their own forms or sheets. */
export const describeCommand: Command = {
  name: 'describe',
  summary: words('输出台账的定义', 'Prints the definition of a ledger as data'),
  positionals: ['LEDGER'],
  options: {},
  prints:
    '{id, revision, area, label, counter, source, title, subtitle, list, naturalKey, sort, ending, sensitive, interval?, sections:[…], fields:[{name, kind, label, …}]}',
  run: ({ positionals }) => describeLedger(ledgerNamed(positionals[0])),
};

function describeLedger(ledger: AnyLedger): Readonly<Record<string, unknown>> {
  // Functions (rules, fill) and index layout are the program's, not the definition a reader can use.
  const { fields, rules: _rules, fill: _fill, indexes: _indexes, ...plain } = ledger;
  return {
    ...plain,
    fields: Object.entries(fields).map(([name, field]) => ({ name, ...describeField(field) })),
  };
}

/** Everything of a field that is data; its functions and its checker are left out, its flag `name` becomes `isName`. */
function describeField(field: AnyField): Readonly<Record<string, unknown>> {
  const { check: _check, ...rest } = field;
  const data = Object.entries(rest).filter(([, value]) => typeof value !== 'function');
  return Object.fromEntries(data.map(([key, value]) => [key === 'name' ? 'isName' : key, value]));
}
