import type { ReactNode } from 'react';
import { useSectionPanel } from '../../app/section-panels.ts';
import { useText } from '../../text/index.ts';
import { FieldRow, type FieldRowProps } from './FieldRow.tsx';
import type { NamedField } from '../definition.ts';
import { fieldAttribute } from './form-keys.ts';
import type { FormState } from './form-state.ts';
import type { ShownSection } from './skip-logic.ts';

type RowProps = Pick<FieldRowProps, 'ledger' | 'state' | 'dispatch' | 'formId' | 'focused'>;

export interface FormSectionsProps extends RowProps {
  readonly sections: readonly ShownSection[];
  readonly onReveal: (field: string) => void;
}

/** The sections of a form under their headings, two or three fields a line. */
export function FormSections({ sections, ...rest }: FormSectionsProps): ReactNode {
  return (
    <div className="form-scroll">
      {sections.map((section) => (
        <FormSection key={section.key} section={section} {...rest} />
      ))}
    </div>
  );
}

function FormSection({
  section,
  onReveal,
  ...row
}: Omit<FormSectionsProps, 'sections'> & { readonly section: ShownSection }): ReactNode {
  const { label } = useText();
  const panel = useSectionPanel(section.panel);
  return (
    <section className="form-section" aria-label={label(section.label)}>
      <h2 className="form-heading">{label(section.label)}</h2>
      {panel === null ? (
        <div className="form-fields">
          {section.fields.filter(isEntered(row.state)).map(({ name, field }) => {
            const isHidden = row.state.withheld.includes(name);
            return (
              <FieldRow key={name} {...row} name={name} field={field} onReveal={isHidden ? onReveal : null} />
            );
          })}
        </div>
      ) : (
        // The keys of the form find it as they find a field; it is none, so that no help of one is shown.
        <div {...{ [fieldAttribute]: section.panel }}>
          <panel.Form
            id={`${row.formId}-${section.key}`}
            values={row.state.values}
            onChange={(changes) => {
              for (const [field, value] of Object.entries(changes))
                row.dispatch({ do: 'change', field, value });
            }}
          />
        </div>
      )}
    </section>
  );
}

/** What the program works out is shown beside what is entered once there is something to show. */
const isEntered =
  ({ texts }: FormState) =>
  ({ name, field }: NamedField): boolean =>
    field.automatic !== true || name in texts;
