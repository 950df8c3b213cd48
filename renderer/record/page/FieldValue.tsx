import { App, Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { isLink } from '../../../db/model/define-ledger.ts';
import { useNavigation } from '../../app/navigation.ts';
import { ask, useAlone } from '../../data/index.ts';
import { failureText, useText } from '../../text/index.ts';
import { AttachmentTile } from '../../widgets/index.ts';
import type { NamedField } from '../definition.ts';
import { shownText } from '../shown-text.ts';
import type { ShownRecord } from './RecordPage.tsx';

/** A field's value as read: text with its unit, a way to the linked record, pictures, or a masked text. */
export function FieldValue({
  name,
  field,
  record,
}: NamedField & { readonly record: ShownRecord }): ReactNode {
  const { label } = useText();
  const navigation = useNavigation();
  const value = record.values[name] ?? null;
  const text = record.texts[name] ?? '';
  if (record.maskedFields.includes(name)) return <Masked name={name} text={text} record={record} />;
  if (field.kind === 'attachment' && Array.isArray(value))
    return value.map((hash) => <AttachmentTile key={hash} hash={hash} />);
  if (text === '') return <span className="page-empty">—</span>;
  if (isLink(field) && typeof value === 'string') {
    return (
      <Button
        type="link"
        size="small"
        className="page-link"
        onClick={() => {
          navigation.openRecord(field.target ?? '', value);
        }}
      >
        {text}
      </Button>
    );
  }
  return (
    <>
      {shownText(field, text)}
      {field.unit ? <span className="page-unit">{label(field.unit)}</span> : null}
    </>
  );
}

function Masked({
  name,
  text,
  record,
}: {
  readonly name: string;
  readonly text: string;
  readonly record: ShownRecord;
}): ReactNode {
  const { t } = useText();
  const { message } = App.useApp();
  const [full, setFull] = useState<string | null>(null);
  const value = useRef<HTMLSpanElement>(null);
  // Each look is logged: a double click is one.
  const reveal = useAlone(async () => {
    const reply = await ask('record.reveal', { ledger: record.ledger, id: record.id, field: name });
    if (!reply.ok) {
      message.error(failureText(reply.failure, t));
      return;
    }
    setFull(reply.value.text);
    // The button goes; the keys of the page must not go with it.
    value.current?.focus();
  });
  if (text === '') return <span className="page-empty">—</span>;
  return (
    <span className="form-masked">
      <span ref={value} tabIndex={-1}>
        {full ?? text}
      </span>
      {full === null ? (
        <Button size="small" onClick={() => void reveal()}>
          {t('record.reveal')}
        </Button>
      ) : null}
    </span>
  );
}
