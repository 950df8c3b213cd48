import { Button } from 'antd';
import { useNavigation } from '../../../app/navigation.ts';
import { ledgerOf } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';

interface Properties {
  readonly record: {
    readonly ledger: string;
    readonly id: string;
    readonly title: string;
    readonly subtitle: string;
  };
  /** Scrolled to and marked. */
  readonly field: string | null;
}

/** A record's title that opens it; codes of code tables have no page and stay text. */
export function RecordLink({ record, field }: Properties) {
  const { t, label } = useText();
  const navigation = useNavigation();
  const ledger = ledgerOf(record.ledger);
  const title = record.title === '' ? t('record.untitled') : record.title;
  if (ledger === undefined) return <strong>{title}</strong>;
  return (
    <span className="record-link">
      <Button
        type="link"
        title={t('exchange.conflict.open', { title })}
        onClick={() => navigation.openRecord(record.ledger, record.id, field === null ? {} : { field })}
      >
        {title}
      </Button>
      <span className="soft">{record.subtitle}</span>
      <span className="soft">{label(ledger.label)}</span>
    </span>
  );
}
