import type { ReactNode } from 'react';
import { FieldRow, type FieldRowProps } from '../form/FieldRow.tsx';
import type { DialogField } from './dialog-fields.ts';

/** The fields of an action, of the case and of its step, as in the ledgers' own forms. */
export function ActionFields({
  fields,
  ...row
}: Pick<FieldRowProps, 'state' | 'dispatch' | 'formId' | 'focused'> & {
  readonly fields: readonly DialogField[];
}): ReactNode {
  return (
    <div className="form-fields">
      {fields.map(({ name, field, of }) => (
        <FieldRow key={name} {...row} ledger={of} name={name} field={field} onReveal={null} />
      ))}
    </div>
  );
}
