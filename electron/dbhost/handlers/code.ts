import { Refusal } from '../../contract/serve.ts';
import { defined } from '../defined.ts';
import type { HandlersOf } from './desk.ts';
import { findingText } from './write-answer.ts';

/** Code tables. */
export function createCodeHandlers(): HandlersOf<'code'> {
  return {
    'code.list': (_input, { store, caller }) => store.codes.list(caller.language),
    'code.save': ({ writeId, table, items }, { store, caller }) => {
      const known = store.codes.list(caller.language).find(({ id }) => id === table);
      if (known === undefined) return new Refusal('not-found', 'code-table');
      if (!known.editable) return new Refusal('refused', 'not-editable');
      const outcome = store.codes.save(table, items.map(defined), writeId, caller);
      if (outcome.ok) return {};
      if (outcome.problem.code !== 'invalid') return new Refusal('conflict', outcome.problem.code);
      const findings = outcome.problem.findings.map((finding) => findingText(finding, caller));
      return new Refusal('invalid-input', 'invalid', { findings });
    },
  };
}
