import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { actionFields } from '../../../db/model/workflow/action-fields.ts';
import type { Input } from '../../../electron/contract/calls.ts';
import { ledgerOf } from '../../data/index.ts';
import type { DialogField } from '../form/DialogForm.tsx';
import type { FormState } from '../form/form-state.ts';

/** Fields of the step, beside those of the case. */
const stepFields = ['opinion', 'documents', 'actor'] as const;

/** What the dialog of an action asks: fields of the case, then opinion, documents and who acted. */
export function dialogFields(ledger: AnyLedger, action: string): readonly DialogField[] {
  const spec = ledger.workflow?.actions[action];
  const steps = ledgerOf(ledger.workflow?.steps ?? '');
  if (spec === undefined || steps === undefined) return [];
  const own = actionFields(ledger, spec).map((named) => ({ ...named, of: ledger }));
  const ofStep = stepFields.flatMap((name) => {
    const field = steps.fields[name];
    if (field === undefined) return [];
    const isRequired = name === 'actor' || (name === 'opinion' && spec.opinion === 'must');
    return [{ name, field: isRequired ? { ...field, required: true } : field, of: steps }];
  });
  return [...own, ...ofStep];
}

type Entries = Pick<Input<'workflow.look'>, 'values' | 'opinion' | 'documents' | 'actor'>;

/** What was entered, as an action is asked for. */
export function entriesOf(
  ledger: AnyLedger,
  fields: readonly DialogField[],
  values: FormState['values'],
): Entries {
  const own = fields.filter(({ of }) => of.id === ledger.id);
  const text = (name: string): string => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  const documents = values['documents'];
  return {
    values: Object.fromEntries(own.map(({ name }) => [name, mutable(values[name] ?? null)])),
    opinion: text('opinion') === '' ? null : text('opinion'),
    documents: Array.isArray(documents) ? documents.map(String) : [],
    actor: text('actor'),
  };
}

type Sent = Entries['values'][string];
const mutable = (value: FormState['values'][string]): Sent =>
  typeof value === 'object' && value !== null ? [...value] : value;
