import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useText } from '../../text/index.ts';
import { namedFields } from '../definition.ts';
import type { FormState } from './form-state.ts';

/** Records that are perhaps the same person or thing, each with a button that opens it. */
export function DuplicatePanel(props: {
  readonly ledger: AnyLedger;
  readonly duplicates: FormState['duplicates'];
}): ReactNode {
  const { t, label } = useText();
  const navigation = useNavigation();
  const { ledger, duplicates } = props;
  if (duplicates.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-notice"
      title={t('record.duplicates', { count: duplicates.length, counter: label(ledger.counter) })}
      description={
        <ul className="form-duplicates">
          {duplicates.map((found) => (
            <li key={found.id}>
              <Button
                type="link"
                size="small"
                onClick={() => {
                  navigation.openRecord(found.ledger, found.id);
                }}
              >
                {t('record.openIt', { title: found.title })}
              </Button>
              <span className="form-soft">{found.subtitle}</span>
              <span className="form-soft">
                {t('record.sameIn', {
                  fields: namedFields(ledger, found.fields)
                    .map(({ field }) => label(field.label))
                    .join('、'),
                })}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
