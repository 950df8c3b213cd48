import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { textWidth, useText } from '../../text/index.ts';
import { widgetOf } from '../../widgets/index.ts';
import type { NamedField } from '../definition.ts';
import { useSectionPanel } from '../../app/section-panels.ts';
import { shownSections, type ShownSection } from '../form/skip-logic.ts';
import type { RowState } from '../state/row-states.ts';
import { FieldValue } from './FieldValue.tsx';
import type { ShownRecord } from './RecordPage.tsx';

export interface PageSectionsProps {
  readonly ledger: AnyLedger;
  readonly record: ShownRecord;
  readonly marked: string | null;
  /** Says at its field why the record came back. */
  readonly state: RowState | null;
}

/** All fields, dense; empty ones stay folded away until asked for. */
export function PageSections({ ledger, record, marked, state }: PageSectionsProps): ReactNode {
  const { t, label } = useText();
  const [isFull, setFull] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector('.page-marked')?.scrollIntoView({ block: 'center' });
  }, [marked]);
  const isFilled = ({ name, field }: NamedField): boolean =>
    (record.texts[name] ?? '') !== '' ||
    (field.kind === 'attachment' && (record.values[name] ?? null) !== null);
  const sections = shownSections(ledger, record.values);
  const isPlain = ({ panel }: ShownSection): boolean => panel === undefined;
  const empty = sections
    .filter(isPlain)
    .flatMap((section) => section.fields)
    .filter((field) => !isFilled(field)).length;
  return (
    <div className="page-sections" ref={root}>
      {sections.map((section) => {
        if (!isPlain(section)) return <PanelSection key={section.key} section={section} record={record} />;
        const fields = section.fields.filter((field) => isFull || isFilled(field) || field.name === marked);
        if (fields.length === 0) return null;
        return (
          <section key={section.key} aria-label={label(section.label)}>
            <h2 className="form-heading">{label(section.label)}</h2>
            <dl className="page-fields">
              {fields.map((named) => (
                <PageField
                  key={named.name}
                  {...named}
                  record={record}
                  isMarked={named.name === marked}
                  returned={state?.state === 'returned' && state.field === named.name ? state.reason : null}
                />
              ))}
            </dl>
          </section>
        );
      })}
      {empty === 0 ? null : (
        <Button
          type="link"
          size="small"
          onClick={() => {
            setFull(!isFull);
          }}
        >
          {t(isFull ? 'record.hideEmpty' : 'record.showEmpty', { count: empty })}
        </Button>
      )}
    </div>
  );
}

/** A section whose fields a hand-made part shows. */
function PanelSection({
  section,
  record,
}: {
  readonly section: ShownSection;
  readonly record: ShownRecord;
}): ReactNode {
  const { label } = useText();
  const panel = useSectionPanel(section.panel);
  return (
    <section aria-label={label(section.label)}>
      <h2 className="form-heading">{label(section.label)}</h2>
      {panel === null ? (
        <dl className="page-fields">
          {section.fields.map((named) => (
            <PageField key={named.name} {...named} record={record} isMarked={false} returned={null} />
          ))}
        </dl>
      ) : (
        <panel.Page
          id={record.id}
          version={record.version}
          values={record.values}
          isRemoved={record.removedAt !== null}
        />
      )}
    </section>
  );
}

/** Room for a value beside others; a longer text (an address) gets a line of its own. */
const LONGEST_HALF_PX = 198;

function PageField({
  name,
  field,
  record,
  isMarked,
  returned,
}: NamedField & {
  readonly record: ShownRecord;
  readonly isMarked: boolean;
  /** Why the parent returned the record, where this field is the cause. */
  readonly returned: string | null;
}): ReactNode {
  const { t, label } = useText();
  const isWide = widgetOf(field.kind).wide || textWidth(record.texts[name] ?? '') > LONGEST_HALF_PX;
  const classes = ['page-field', isWide ? 'page-field-wide' : '', isMarked ? 'page-marked' : ''];
  return (
    <div className={classes.join(' ')}>
      <dt>{label(field.label)}</dt>
      <dd>
        <FieldValue name={name} field={field} record={record} />
        {returned === null ? null : (
          <div className="page-returned-reason">
            {t('exchange.row.returned.at-field', { reason: returned })}
          </div>
        )}
      </dd>
    </div>
  );
}
