import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { FieldRow, type FieldRowProps } from './FieldRow.tsx';
import type { NamedField } from '../definition.ts';
import type { FormState } from './form-state.ts';
import type { ShownSection } from './skip-logic.ts';

export interface FormSectionsProps extends Pick<
  FieldRowProps,
  'ledger' | 'state' | 'dispatch' | 'formId' | 'focused'
> {
  readonly sections: readonly ShownSection[];
  readonly onReveal: (field: string) => void;
}

/** The sections of a form under their headings, two or three fields a line. */
export function FormSections({ sections, onReveal, ...row }: FormSectionsProps): ReactNode {
  const { label } = useText();
  return (
    <div className="form-scroll">
      {sections.map((section) => (
        <section key={section.key} className="form-section" aria-label={label(section.label)}>
          <h2 className="form-heading">{label(section.label)}</h2>
          <div className="form-fields">
            {section.fields.filter(isEntered(row.state)).map(({ name, field }) => {
              const isHidden = row.state.withheld.includes(name);
              return (
                <FieldRow
                  key={name}
                  {...row}
                  name={name}
                  field={field}
                  onReveal={isHidden ? onReveal : null}
                />
              );
            })}
          </div>
        </section>
      ))}
    </div>
  );
}

/** What the program works out is shown beside what is entered once there is something to show. */
const isEntered =
  ({ texts }: FormState) =>
  ({ name, field }: NamedField): boolean =>
    field.automatic !== true || name in texts;
