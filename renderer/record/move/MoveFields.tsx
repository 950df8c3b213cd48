import type { ReactNode } from 'react';
import type { NamedField } from '../definition.ts';
import { FieldRow, type FieldRowProps } from '../form/FieldRow.tsx';
import type { Moving } from './use-move.ts';

/** The fields of an action, as in the ledger's own form. */
export function MoveFields({
  fields,
  moving,
  ...row
}: Pick<FieldRowProps, 'ledger' | 'formId' | 'focused'> & {
  readonly fields: readonly NamedField[];
  readonly moving: Moving;
}): ReactNode {
  return (
    <div className="form-fields">
      {fields.map(({ name, field }) => (
        <FieldRow
          key={name}
          {...row}
          name={name}
          field={field}
          state={moving.state}
          dispatch={moving.dispatch}
          onReveal={null}
        />
      ))}
    </div>
  );
}
